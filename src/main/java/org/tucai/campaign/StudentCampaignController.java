package org.tucai.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.TypedCharacters;

@Tag(name = "Campaigns")
@Controller("/api/v1/student/campaigns")
@Secured(Role.Names.STUDENT)
class StudentCampaignController {
    private final CampaignService campaigns;

    StudentCampaignController(CampaignService campaigns) {
        this.campaigns = campaigns;
    }

    /**
     * A campaign as a student sees it before capturing.
     *
     * @param fee 0 when the school pays
     * @param payWhenText for display; where the fee is 0, that the school pays it
     * @param printPrice price of one extra print
     * @param onRejectionText for display; where the fee is 0, that another photo costs nothing
     */
    @Serdeable
    record StudentCampaignView(
            String no,
            String name,
            String batch,
            String schoolName,
            CaptureMode mode,
            String modeText,
            OffsetDateTime opensAt,
            OffsetDateTime closesAt,
            @Nullable OffsetDateTime makeUpOpensAt,
            @Nullable OffsetDateTime makeUpClosesAt,
            Money fee,
            PayWhen payWhen,
            String payWhenText,
            boolean printsOffered,
            Money printPrice,
            boolean albumAllowed,
            int triesAllowed,
            OnRejection onRejection,
            String onRejectionText,
            AlreadyCaptured alreadyCaptured,
            String alreadyCapturedText,
            List<String> backgroundColours) {}

    @Operation(summary = "Finds a school's campaign by its feature code (采集特征码), as typed; case is ignored")
    @ApiResponse(responseCode = "200", description = "The campaign accepts photos now")
    @Get("{?schoolCode,featureCode}")
    StudentCampaignView findCampaign(
            @QueryValue @Pattern(regexp = "\\d{5}|\\d{10}") String schoolCode,
            @QueryValue @Size(max = 40) String featureCode,
            HttpRequest<?> request) {
        Campaign campaign = campaigns.forStudent(schoolCode, TypedCharacters.plain(featureCode));
        return view(campaign, campaigns.requireSchool(campaign.schoolNo()), Language.of(request));
    }

    private static StudentCampaignView view(Campaign c, School school, Language language) {
        return new StudentCampaignView(
                c.no(),
                c.name(),
                c.batch(),
                school.name(),
                c.mode(),
                c.mode().text(language),
                ChinaTime.offset(c.opensAt()),
                ChinaTime.offset(c.closesAt()),
                ChinaTime.offsetOrNull(c.makeUpOpensAt()),
                ChinaTime.offsetOrNull(c.makeUpClosesAt()),
                c.fee(),
                c.payWhen(),
                payWhen(c, language),
                c.printsOffered(),
                c.printPrice(),
                c.albumAllowed(),
                c.triesAllowed(),
                c.onRejection(),
                (c.fee().isZero() ? OnRejection.FREE_RETAKE : c.onRejection()).text(language),
                c.alreadyCaptured(),
                c.alreadyCaptured().text(language),
                List.of(c.backgroundColours().split(",")));
    }

    private static String payWhen(Campaign c, Language language) {
        return c.fee().isZero()
                ? language.pick("采集费由学校支付", "The school pays the fee")
                : c.payWhen().text(language);
    }
}
