package org.tucai.capturecode;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * The codes that an account has just opened. Those whose last four characters were not proved are listed without their facts: a picture of
 * a code circulates, and this one may be somebody else's.
 */
@Singleton
class CodeData implements PersonalData {
    private static final String CODES = "opened-codes.json";
    private static final String TRIES = "last-four-tries.json";

    private final OpenedCodeRepository opened;
    private final LastFourTriesRepository tries;
    private final CaptureCodeService codes;

    CodeData(OpenedCodeRepository opened, LastFourTriesRepository tries, CaptureCodeService codes) {
        this.opened = opened;
        this.tries = tries;
        this.codes = codes;
    }

    /** @param facts null while nobody has proved that they are the student's */
    @Serdeable
    record Held(
            String no,
            OffsetDateTime openedAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable FactsHeld facts) {}

    @Serdeable
    record FactsHeld(
            String studentUniqueNo,
            String maskedName,
            String maskedIdNumber,
            String schoolCode,
            String schoolName,
            String level,
            String major,
            @Nullable String studentNo,
            String enrolmentNo,
            LocalDate expectedGraduation) {
        static FactsHeld of(CaptureCode c) {
            return new FactsHeld(
                    c.studentUniqueNo(),
                    c.maskedName(),
                    c.maskedIdNumber(),
                    c.schoolCode(),
                    c.schoolName(),
                    c.level(),
                    c.major(),
                    c.studentNo(),
                    c.enrolmentNo(),
                    c.expectedGraduation());
        }
    }

    @Serdeable
    record TriesHeld(int wrong, @Nullable OffsetDateTime lockedUntil, OffsetDateTime enteredAt) {}

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(
                        false,
                        CODES,
                        "刚打开的图像采集码，过期后随即删除。未通过证件号后四位核对的采集码可能是他人的，故不列出其中的信息。",
                        "Capture codes you have just opened, deleted soon after they expire. Of a code whose last four characters were"
                                + " not confirmed no facts are listed: it may be somebody else's."),
                new Kind(
                        false,
                        TRIES,
                        "本账号输错证件号后四位的次数；没有时为空列表。",
                        "Wrong entries of the last four characters with this account; an empty list if there are none."));
    }

    @Override
    public List<PersonalFile> ofAccount(String accountNo, Language language) {
        return List.of(
                PersonalFile.Listing.of(
                        CODES,
                        (last, limit) ->
                                opened.of(accountNo, last == null ? 0 : Objects.requireNonNull(last.id()), limit),
                        this::held),
                new PersonalFile.Document(
                        TRIES,
                        () -> tries.findByScopeAndSubject(LastFourScope.ACCOUNT, accountNo).stream()
                                .map(t -> new TriesHeld(
                                        t.wrong(),
                                        ChinaTime.offsetOrNull(t.lockedUntil()),
                                        ChinaTime.offset(t.enteredAt())))
                                .toList()));
    }

    private Held held(OpenedCodeRow row) {
        return new Held(
                row.no(),
                ChinaTime.offset(row.createdAt()),
                ChinaTime.offset(row.expiresAt()),
                ChinaTime.offsetOrNull(row.confirmedAt()),
                row.confirmedAt() == null ? null : FactsHeld.of(codes.facts(row)));
    }
}
