package org.tucai.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.idempotency.IdempotencyKey;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.LoginGuard;
import org.tucai.platform.security.LoginTryService;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.TypedCharacters;

@Tag(name = "Sign-in")
@Controller("/api/v1/student")
@Secured(SecurityRule.IS_ANONYMOUS)
class StudentSignInController {
    static final String PHONE = "1[3-9]\\d{9}";
    static final String CODE = "\\d{6}";
    private static final Duration HOUR = Duration.ofHours(1);

    private final StudentSignIn signIn;
    private final SmsCodeService codes;
    private final LoginGuard guard;
    private final LoginTryService tries;
    private final AccountSettings settings;

    StudentSignInController(
            StudentSignIn signIn,
            SmsCodeService codes,
            LoginGuard guard,
            LoginTryService tries,
            AccountSettings settings) {
        this.signIn = signIn;
        this.codes = codes;
        this.guard = guard;
        this.tries = tries;
        this.settings = settings;
    }

    /** A code from {@code wx.login}; in the sandbox, {@code sandbox-} followed by any name. */
    @Serdeable
    record WeChatSessionBody(@NotBlank @Size(max = 128) String code) {
        @Override
        public String toString() {
            return "WeChatSessionBody[…]";
        }
    }

    /** A mobile number of mainland China. */
    @Serdeable
    record SmsCodeBody(@NotNull @Pattern(regexp = PHONE) String phone) {
        SmsCodeBody {
            phone = TypedCharacters.mobile(phone);
        }

        @Override
        public String toString() {
            return "SmsCodeBody[…]";
        }
    }

    /**
     * A phone number and the code sent to it.
     *
     * @param code six digits
     */
    @Serdeable
    record PhoneSessionBody(
            @NotNull @Pattern(regexp = PHONE) String phone,
            @NotNull @Pattern(regexp = CODE) String code) {
        PhoneSessionBody {
            phone = TypedCharacters.mobile(phone);
            code = TypedCharacters.plain(code);
        }

        @Override
        public String toString() {
            return "PhoneSessionBody[…]";
        }
    }

    @Operation(
            summary = "Signs a student in with WeChat; creates the account on first use",
            description = "Each code is valid once. If the response was lost, get another code from `wx.login`.")
    @Post("/wechat-sessions")
    SessionTokens signInByWeChat(HttpRequest<?> request, @Body @Valid WeChatSessionBody body) {
        return guard.attempt(
                request, () -> signIn.byWeChat(body.code(), Language.of(request), LoginGuard.device(request)));
    }

    @Operation(summary = "Sends a six-digit code by SMS, which is valid for a few minutes")
    @ApiResponse(responseCode = "202", description = "The code is being sent")
    @Post("/sms-codes")
    @Status(HttpStatus.ACCEPTED)
    void sendSmsCode(HttpRequest<?> request, @Body @Valid SmsCodeBody body) {
        String address = guard.address(request);
        Duration locked = tries.take("sms:" + address, settings.getCodesPerAddress(), HOUR);
        if (locked.isPositive()) {
            throw ProblemException.retryAfter(AccountProblem.SMS_ADDRESS_LIMIT, locked);
        }
        codes.send(new PhoneNumber(body.phone()), Language.of(request), address);
    }

    @Operation(
            summary = "Signs a student in with phone number and SMS code; creates the account on first use",
            description = "Each code is valid once. If the response was lost, send the same body with the same"
                    + " `Idempotency-Key` again within two minutes: a session is opened again.")
    @Post("/phone-sessions")
    SessionTokens signInByPhone(
            HttpRequest<?> request,
            @Header(IdempotencyKey.HEADER) @Nullable @Size(min = 1, max = IdempotencyKey.LONGEST) String key,
            @Body @Valid PhoneSessionBody body) {
        SmsCodeService.Entry entry =
                new SmsCodeService.Entry(new PhoneNumber(body.phone()), body.code(), key, guard.address(request));
        return guard.attempt(request, () -> signIn.byPhone(entry, Language.of(request), LoginGuard.device(request)));
    }
}
