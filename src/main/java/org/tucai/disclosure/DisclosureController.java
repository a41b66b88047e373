package org.tucai.disclosure;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.HeadersOnly;
import org.tucai.platform.web.Language;

/** What is kept about the student, for the student. */
@Tag(name = "Account")
@Controller("/api/v1/student/account/copy")
@Secured(Role.Names.STUDENT)
class DisclosureController {
    private static final MediaType ZIP = MediaType.of("application/zip");

    private final DisclosureService disclosure;
    private final PersonalArchive archive;

    DisclosureController(DisclosureService disclosure, PersonalArchive archive) {
        this.disclosure = disclosure;
        this.archive = archive;
    }

    @Get
    @Produces("application/zip")
    @Operation(
            summary = "Downloads everything kept about the student as a streamed ZIP (查阅、复制个人信息)",
            description = "JSON documents in UTF-8, and in `captures/{no}/` those of each capture with its pictures."
                    + " `说明.txt`, the last file, explains every file in Chinese and English and lists pictures that could not"
                    + " be read; a ZIP without it is incomplete. Texts are in the language of the request. What was deleted"
                    + " is null, and its time of deletion given. The phone number is in full; what is about others, the names and"
                    + " numbers of staff, and keys are left out. Five copies within 24 hours; each one is audited.")
    @ApiResponse(responseCode = "200", description = "The copy")
    HttpResponse<StreamedFile> copyMyData(Authentication who, HttpRequest<?> request) {
        Actor student = Actor.of(who);
        InputStream copy = InputStream.nullInputStream();
        if (!HeadersOnly.areAsked()) {
            disclosure.begin(student);
            copy = archive.open(student.no(), Language.of(request));
        }
        StreamedFile file = new StreamedFile(copy, ZIP).attach("tucai-personal-data.zip");
        return HttpResponse.ok(file).header("Cache-Control", "private, no-store");
    }
}
