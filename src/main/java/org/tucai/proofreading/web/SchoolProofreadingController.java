package org.tucai.proofreading.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Csv;
import org.tucai.platform.web.Language;
import org.tucai.proofreading.ClassScheme;
import org.tucai.proofreading.Sheet;
import org.tucai.proofreading.SheetDesk;
import org.tucai.staff.SchoolClients;

/** The proofreading sheet (图像信息校对反馈表) for the school. */
@Controller("/api/v1/school/campaigns/{campaignNo}")
@Secured(Role.Names.SCHOOL)
@Tag(name = "School")
class SchoolProofreadingController {
    private static final String WHO =
            "It lists all students whose picture is accepted, by class and then 学号, with their confirmed answer: 正确,"
                    + " 有误 or 未校对. Names are masked, as in capture codes. Since these carry no class, the school states"
                    + " how many characters of its 学号 identify one. A class without students is not-found.";

    private static final String PREFIX =
            "number of leading characters of the 学号 that identify a class; without it, each 层次 and 专业 is one";
    private static final String CLASS = "only this class, as named on the sheet";

    private final SchoolClients clients;
    private final SheetDesk sheets;

    SchoolProofreadingController(SchoolClients clients, SheetDesk sheets) {
        this.clients = clients;
        this.sheets = sheets;
    }

    @Get("/proofreading-sheet{?studentNoPrefix,className}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "Returns a campaign's proofreading sheet for printing and signing; every access is audited",
            description = "A self-contained HTML document for A4; each class starts on a new page. " + WHO)
    @ApiResponse(responseCode = "200", description = "The sheet")
    HttpResponse<StreamedFile> getProofreadingSheet(
            String campaignNo,
            @Parameter(description = PREFIX, example = "8") @Nullable @QueryValue @Min(1) @Max(16)
                    Integer studentNoPrefix,
            @Parameter(description = CLASS, example = "20220301") @Nullable @QueryValue @Size(min = 1, max = 200)
                    String className,
            Authentication who,
            HttpRequest<?> request) {
        Sheet sheet = draw(campaignNo, studentNoPrefix, className, who);
        StreamedFile file =
                new StreamedFile(sheet.toPrint(Language.of(request)), MediaType.of("text/html; charset=utf-8"));
        return HttpResponse.ok(file.attach(name(campaignNo, "html"))).header("Content-Security-Policy", Sheet.POLICY);
    }

    @Get("/proofreading-sheet.csv{?studentNoPrefix,className}")
    @Produces("text/csv")
    @Operation(
            summary = "Returns a campaign's proofreading sheet as a table; every access is audited",
            description = "CSV in UTF-8 with a byte order mark, one line per student. " + Csv.OF_FORMULAS + " " + WHO)
    @ApiResponse(
            responseCode = "200",
            description = "The sheet",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string", format = "binary"),
                            examples =
                                    @ExampleObject(
                                            name = "sheet",
                                            value = "班级,序号,学号,姓名,校对结果,本人签名\n20220301,1,2022030101,张*三,正确,\n")))
    HttpResponse<StreamedFile> getProofreadingTable(
            String campaignNo,
            @Parameter(description = PREFIX, example = "8") @Nullable @QueryValue @Min(1) @Max(16)
                    Integer studentNoPrefix,
            @Parameter(description = CLASS, example = "20220301") @Nullable @QueryValue @Size(min = 1, max = 200)
                    String className,
            Authentication who,
            HttpRequest<?> request) {
        Sheet sheet = draw(campaignNo, studentNoPrefix, className, who);
        StreamedFile file =
                new StreamedFile(sheet.toTable(Language.of(request)), MediaType.of("text/csv; charset=utf-8"));
        return HttpResponse.ok(file.attach(name(campaignNo, "csv")));
    }

    private Sheet draw(
            String campaignNo, @Nullable Integer studentNoPrefix, @Nullable String className, Authentication who) {
        Actor actor = Actor.of(who);
        return sheets.draw(clients.schoolNoOf(actor), campaignNo, new ClassScheme(studentNoPrefix), className, actor);
    }

    private static String name(String campaignNo, String ending) {
        return "proofreading-sheet-" + campaignNo + "." + ending;
    }
}
