package org.tucai.capturecode;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;

@Tag(name = "Capture codes")
@Controller("/api/v1/admin/code-keys")
@Secured(Role.Names.MANAGER)
class CodeKeyController {
    private final CodeKeyService keys;

    CodeKeyController(CodeKeyService keys) {
        this.keys = keys;
    }

    /** A key as the authority hands it over: 32 bytes in base64url. */
    @Serdeable
    record AddCodeKeyBody(
            @NotNull @Pattern(regexp = "[0-9A-Za-z_-]{1,20}")
            String kid,

            @NotNull @Pattern(regexp = "[0-9A-Za-z_-]{43}=?")
            String key) {}

    /** A held key, without its secret. */
    @Serdeable
    record CodeKeyView(
            String kid,
            CodeKeyStatus status,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime retiredAt) {
        static CodeKeyView of(StoredCodeKey k) {
            return new CodeKeyView(
                    k.kid(), k.status(), ChinaTime.offset(k.createdAt()), ChinaTime.offsetOrNull(k.retiredAt()));
        }
    }

    @Operation(summary = "Lists the keys with which capture codes open")
    @Get
    List<CodeKeyView> listCodeKeys() {
        return keys.all().stream().map(CodeKeyView::of).toList();
    }

    @Operation(summary = "Adds a key shared with the authority; codes made with older keys keep opening")
    @ApiResponse(responseCode = "201", description = "Held")
    @NeedsIdempotencyKey
    @Post
    @Status(HttpStatus.CREATED)
    void addCodeKey(@Body @Valid AddCodeKeyBody body, Authentication caller) {
        if (!keys.add(new CodeKey(body.kid(), body.key()), Actor.of(caller))) {
            throw new ProblemException(CaptureCodeProblem.CODE_KEY_TAKEN);
        }
    }

    @Operation(summary = "Retires a key: codes made with it are refused from now on")
    @ApiResponse(responseCode = "204", description = "Retired")
    @NeedsIdempotencyKey
    @Post("/{kid}/retirements")
    @Status(HttpStatus.NO_CONTENT)
    void retireCodeKey(String kid, Authentication caller) {
        keys.retire(kid, Actor.of(caller));
    }
}
