package org.tucai.capture.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.StudentLookupService;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.PlainText;
import org.tucai.platform.web.TypedCharacters;

/** For a manager whom a student asks for help. */
@Tag(name = "Captures")
@Controller(AdminCaptureController.HERE)
@Secured(Role.Names.MANAGER)
class StudentLookupController {
    private final StudentLookupService students;
    private final CaptureService captures;
    private final CaptureAlbum album;

    StudentLookupController(StudentLookupService students, CaptureService captures, CaptureAlbum album) {
        this.students = students;
        this.captures = captures;
        this.album = album;
    }

    /**
     * What the student says on the phone. It is a body, because addresses end up in proxies' logs.
     *
     * @param number the mobile number with which the student signed up, or the 学生唯一编号 as in the capture code and in schools' lists
     */
    @Serdeable
    record StudentLookupBody(
            @NotBlank @Size(max = 64) @PlainText @Schema(example = "13800000000")
            String number) {
        StudentLookupBody {
            String mobile = TypedCharacters.mobile(number);
            number = mobile != null && PhoneNumber.isOne(mobile) ? mobile : TypedCharacters.plain(number);
        }

        @Override
        public String toString() {
            return "StudentLookupBody[…]";
        }
    }

    /**
     * A student's account and captures.
     *
     * @param accountNo the account with that phone number; null when it is a 学生唯一编号
     * @param captures newest first; read one of them to see whose it is
     */
    @Serdeable
    record StudentLookupView(@Nullable String accountNo, List<CaptureLineView> captures) {}

    @Operation(
            summary = "Finds a student's account and captures by phone number or 学生唯一编号; every look-up is audited",
            description = "Names and 学号 are sealed and cannot be searched for.")
    @Post("/captures/lookups")
    StudentLookupView lookUpStudent(@Valid @Body StudentLookupBody body, Authentication who, HttpRequest<?> request) {
        StudentLookupService.Found found = students.find(body.number(), Actor.of(who));
        if (found.isNothing()) {
            throw PlatformProblem.notFound();
        }
        Language language = Language.of(request);
        UnaryOperator<String> words = album.words(language);
        Set<String> ordered = captures.retakesOrdered(found.captures());
        return new StudentLookupView(
                found.accountNo(),
                found.captures().stream()
                        .map(c -> CaptureLineView.of(c, ordered.contains(c.no()), words, language))
                        .toList());
    }
}
