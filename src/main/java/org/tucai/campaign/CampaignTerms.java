package org.tucai.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.PlainText;
import org.tucai.platform.web.TypedCharacters;

/**
 * The terms of a campaign, as managers write and all clients read them.
 *
 * @param name shown to students
 * @param batch for example {@code 2026届春季}
 * @param mode on site or online
 * @param featureCode 4-6 characters {@code [0-9A-Za-z]}; blanks are removed and full-width characters converted to ASCII
 * @param opensAt start of the capture window, inclusive
 * @param closesAt end of the capture window, exclusive
 * @param makeUpOpensAt start of the make-up window (补采), inclusive; given together with {@code makeUpClosesAt} or not at all
 * @param makeUpClosesAt end of the make-up window, exclusive
 * @param fee 0 when the school pays, at most 100 yuan
 * @param payWhen before or after shooting
 * @param printsOffered whether extra prints can be bought
 * @param printPrice price of one extra print, at most 100 yuan; required where prints are offered, otherwise 0 if omitted
 * @param albumAllowed whether pictures from the phone's album are accepted
 * @param triesAllowed how many photos a student may take online, 1-20
 * @param onRejection refund or free retake
 * @param photoProfile name of the photo standard: {@code graduation-2017}, {@code admission-2021} or {@code icao-39794-5}
 * @param backgroundColours 1-8 colours, each {@code #RRGGBB}
 * @param alreadyCaptured the rule for students with an accepted photo
 * @param fourEyes whether two reviewers must agree on each photo
 * @param proofreadingSilence the effect of not answering the information check in time
 * @param disputeDays days for which accepted photos are kept after the authority's answer in case of a dispute, 0-365
 */
@Serdeable
public record CampaignTerms(
        @NotBlank @Size(max = 100) @PlainText String name,
        @NotBlank @Size(max = 40) @PlainText String batch,
        @NotNull CaptureMode mode,
        @NotNull @Pattern(regexp = "[0-9A-Za-z]{4,6}") String featureCode,
        @NotNull OffsetDateTime opensAt,
        @NotNull OffsetDateTime closesAt,
        @Nullable OffsetDateTime makeUpOpensAt,
        @Nullable OffsetDateTime makeUpClosesAt,
        @NotNull @Valid Money fee,
        @NotNull PayWhen payWhen,
        @NotNull Boolean printsOffered,
        @Nullable @Valid Money printPrice,
        @NotNull Boolean albumAllowed,
        @Min(1) @Max(20) int triesAllowed,
        @NotNull OnRejection onRejection,
        @NotNull @Pattern(regexp = "[a-z0-9-]{3,40}") String photoProfile,
        @NotEmpty @Size(max = 8) List<@NotNull @Pattern(regexp = "#[0-9A-Fa-f]{6}") String> backgroundColours,
        @NotNull AlreadyCaptured alreadyCaptured,
        @NotNull Boolean fourEyes,
        @NotNull ProofreadingSilence proofreadingSilence,
        @NotNull @Min(0) @Max(365) Integer disputeDays) {
    private static final long MOST_MINOR = 10_000;
    /** No campaign is older. The last year is bounded too: the database takes no five-digit year. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;
    private static final Currency CNY = Currency.getInstance("CNY");

    public CampaignTerms {
        featureCode = TypedCharacters.plain(featureCode);
        if (printPrice == null && Boolean.FALSE.equals(printsOffered)) {
            printPrice = Money.ZERO;
        }
    }

    static CampaignTerms of(Campaign c) {
        return new CampaignTerms(
                c.name(),
                c.batch(),
                c.mode(),
                c.featureCode(),
                ChinaTime.offset(c.opensAt()),
                ChinaTime.offset(c.closesAt()),
                ChinaTime.offsetOrNull(c.makeUpOpensAt()),
                ChinaTime.offsetOrNull(c.makeUpClosesAt()),
                c.fee(),
                c.payWhen(),
                c.printsOffered(),
                c.printPrice(),
                c.albumAllowed(),
                c.triesAllowed(),
                c.onRejection(),
                c.photoProfile(),
                List.of(c.backgroundColours().split(",")),
                c.alreadyCaptured(),
                c.fourEyes(),
                c.proofreadingSilence(),
                c.disputeDays());
    }

    /** What is inconsistent in the terms; empty if nothing is. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        checkYear(opensAt, "/opensAt", errors);
        checkYear(closesAt, "/closesAt", errors);
        checkYear(makeUpOpensAt, "/makeUpOpensAt", errors);
        checkYear(makeUpClosesAt, "/makeUpClosesAt", errors);
        if (!opensAt.isBefore(closesAt)) {
            errors.add(new FieldError("须晚于开始时间", "must be after opensAt", "/closesAt"));
        }
        checkMakeUp(errors);
        checkMoney(fee, "/fee", errors);
        if (printPrice == null) {
            errors.add(new FieldError("提供加印时须填写", "is required where prints are offered", "/printPrice"));
        } else {
            checkMoney(printPrice, "/printPrice", errors);
        }
        return errors;
    }

    private static void checkYear(@Nullable OffsetDateTime at, String pointer, List<FieldError> errors) {
        if (at != null && (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR)) {
            errors.add(new FieldError("须在 2000 至 2999 年之间", "must be in the years 2000 to 2999", pointer));
        }
    }

    private void checkMakeUp(List<FieldError> errors) {
        if (makeUpOpensAt == null && makeUpClosesAt == null) {
            return;
        }
        if (makeUpOpensAt == null || makeUpClosesAt == null) {
            errors.add(new FieldError(
                    "补采的开始和结束时间须同时填写或同时不填", "needs both a start and an end, or neither", "/makeUpOpensAt"));
        } else if (makeUpOpensAt.isBefore(closesAt) || !makeUpOpensAt.isBefore(makeUpClosesAt)) {
            errors.add(new FieldError(
                    "补采须在首次采集结束之后开始，且结束时间晚于开始时间",
                    "must begin after the first window and end after its own start",
                    "/makeUpOpensAt"));
        }
    }

    private static void checkMoney(Money amount, String pointer, List<FieldError> errors) {
        if (amount.minor() < 0
                || amount.minor() > MOST_MINOR
                || !CNY.equals(amount.currency())) { // null if the client left it out
            errors.add(new FieldError("须为 0 至 100 元人民币", "must be 0 to 100 yuan in CNY", pointer));
        }
    }

    /** Whether the terms that are fixed once students have seen the campaign are the same. */
    boolean keepsFixedTermsOf(CampaignTerms other) {
        return mode == other.mode
                && featureCode.equalsIgnoreCase(other.featureCode)
                && Objects.equals(photoProfile, other.photoProfile);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
