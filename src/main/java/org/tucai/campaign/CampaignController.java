package org.tucai.campaign;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Etag;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;

@Tag(name = "Campaigns")
@Controller("/api/v1/admin/campaigns")
@Secured(Role.Names.MANAGER)
class CampaignController {
    private final CampaignService campaigns;
    private final AdminCampaignService admin;
    private final InstantSource clock;

    CampaignController(CampaignService campaigns, AdminCampaignService admin, InstantSource clock) {
        this.campaigns = campaigns;
        this.admin = admin;
        this.clock = clock;
    }

    /** The campaign to create. */
    @Serdeable
    record CreateCampaignBody(
            @NotBlank String schoolNo, @NotNull @Valid CampaignTerms terms) {}

    @Operation(summary = "Creates a draft campaign for a school")
    @ApiResponse(responseCode = "201", description = "Drafted; not yet visible to students", useReturnTypeSchema = true)
    @NeedsIdempotencyKey
    @Post
    HttpResponse<CampaignView> createCampaign(
            @Body @Valid CreateCampaignBody body, Authentication caller, HttpRequest<?> request) {
        Campaign campaign = create(body, Actor.of(caller));
        return HttpResponse.created(view(campaign, request), URI.create("/api/v1/admin/campaigns/" + campaign.no()))
                .header(HttpHeaders.ETAG, Etag.of(campaign.version()));
    }

    @Operation(summary = "Lists campaigns, newest first")
    @Get("{?schoolNo,status,cursor,limit}")
    @Secured({Role.Names.REVIEWER, Role.Names.MANAGER})
    Page<CampaignView> listCampaigns(
            @QueryValue @Nullable String schoolNo,
            @QueryValue @Nullable CampaignStatus status,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit,
            HttpRequest<?> request) {
        List<Campaign> found = campaigns.list(schoolNo, status, Cursor.decode(cursor, Cursor.END), limit + 1);
        Map<String, School> schools = campaigns.schoolsOf(found);
        return Page.of(found, limit, c -> new Cursor(c.createdAt(), c.no()))
                .map(c -> view(c, Objects.requireNonNull(schools.get(c.schoolNo())), request));
    }

    @Operation(summary = "Reads a campaign")
    @Get("/{campaignNo}")
    @Secured({Role.Names.REVIEWER, Role.Names.MANAGER})
    HttpResponse<CampaignView> readCampaign(String campaignNo, HttpRequest<?> request) {
        return answer(campaigns.require(campaignNo), request);
    }

    @Operation(
            summary = "Changes a campaign's terms (If-Match)",
            description = "Unpaid orders follow lower prices within moments; raised ones apply to later orders only.")
    @ApiResponse(responseCode = "200", description = "Changed")
    @Put("/{campaignNo}/terms")
    HttpResponse<CampaignView> changeCampaign(
            String campaignNo,
            @Body @Valid CampaignTerms terms,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Authentication caller,
            HttpRequest<?> request) {
        return answer(admin.change(campaignNo, terms, ifMatch, Actor.of(caller)), request);
    }

    @Operation(summary = "Opens a campaign: students can find it from now on")
    @ApiResponse(responseCode = "200", description = "Opened")
    @Post("/{campaignNo}/openings")
    @NeedsIdempotencyKey
    HttpResponse<CampaignView> openCampaign(String campaignNo, Authentication caller, HttpRequest<?> request) {
        return answer(admin.open(campaignNo, Actor.of(caller)), request);
    }

    @Operation(
            summary = "Closes a campaign permanently (If-Match) and deletes unaccepted photos and personal data",
            description =
                    "Ends every capture that has no accepted photo and none in review, and refunds what was paid for"
                            + " it. If-Match is required: a campaign that was changed since it was read, such as one extended meanwhile, is not"
                            + " closed.")
    @ApiResponse(responseCode = "200", description = "Closed")
    @Post("/{campaignNo}/closings")
    @NeedsIdempotencyKey
    HttpResponse<CampaignView> closeCampaign(
            String campaignNo,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Authentication caller,
            HttpRequest<?> request) {
        return answer(admin.close(campaignNo, ifMatch, Actor.of(caller)), request);
    }

    /** Field errors point below {@code /terms}, because the terms are only a part of this body. */
    private Campaign create(CreateCampaignBody body, Actor by) {
        try {
            return admin.create(body.schoolNo(), body.terms(), by);
        } catch (ProblemException e) {
            throw e.below("/terms");
        }
    }

    private HttpResponse<CampaignView> answer(Campaign campaign, HttpRequest<?> request) {
        return HttpResponse.ok(view(campaign, request)).header(HttpHeaders.ETAG, Etag.of(campaign.version()));
    }

    private CampaignView view(Campaign campaign, HttpRequest<?> request) {
        return view(campaign, campaigns.requireSchool(campaign.schoolNo()), request);
    }

    private CampaignView view(Campaign campaign, School school, HttpRequest<?> request) {
        return CampaignView.of(campaign, school, clock.instant(), Language.of(request));
    }
}
