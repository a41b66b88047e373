package org.tucai.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.tucai.platform.idempotency.IdempotencyKey;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.LoginGuard;
import org.tucai.platform.security.Role;
import org.tucai.platform.security.SessionTokens;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.TypedCharacters;

/** The student's own account. */
@Tag(name = "Account")
@Controller("/api/v1/student/account")
@Secured(Role.Names.STUDENT)
class AccountController {
    private final AccountService accounts;
    private final StudentSignIn signIn;
    private final LoginGuard guard;
    private final AccountClosingService closing;

    AccountController(AccountService accounts, StudentSignIn signIn, LoginGuard guard, AccountClosingService closing) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.guard = guard;
        this.closing = closing;
    }

    /**
     * An account as its owner sees it.
     *
     * @param phone masked, {@code 138****5678}; null while none is verified
     * @param language the language of messages
     */
    @Serdeable
    record AccountView(
            String no,
            @Nullable String phone,
            boolean phoneVerified,
            boolean wechatLinked,
            Language language,
            OffsetDateTime createdAt) {}

    /** The settings that may be changed. */
    @Serdeable
    record ChangeAccountBody(@NotNull Language language) {}

    /** A phone number and the code sent to it. */
    @Serdeable
    record LinkPhoneBody(
            @NotNull @Pattern(regexp = StudentSignInController.PHONE)
            String phone,

            @NotNull @Pattern(regexp = StudentSignInController.CODE)
            String code) {
        LinkPhoneBody {
            phone = TypedCharacters.mobile(phone);
            code = TypedCharacters.plain(code);
        }

        @Override
        public String toString() {
            return "LinkPhoneBody[…]";
        }
    }

    /** A code from {@code wx.login}. */
    @Serdeable
    record LinkWeChatBody(@NotBlank @Size(max = 128) String code) {
        @Override
        public String toString() {
            return "LinkWeChatBody[…]";
        }
    }

    /**
     * The account after linking.
     *
     * @param tokens replace the current ones if the account was merged with the number's existing account; otherwise null
     */
    @Serdeable
    record LinkedView(AccountView account, @Nullable SessionTokens tokens) {}

    @Operation(summary = "Shows the student's account")
    @Get
    AccountView showAccount(Authentication who) {
        return view(Actor.of(who).no());
    }

    @Operation(summary = "Changes the language of messages")
    @Patch
    AccountView changeAccount(Authentication who, @Body @Valid ChangeAccountBody body) {
        String accountNo = Actor.of(who).no();
        accounts.speak(accountNo, body.language());
        return view(accountNo);
    }

    @Operation(
            summary = "Closes the account (注销): cancels and refunds unfinished captures and deletes personal data",
            description =
                    "Accepted pictures still go to the authority and the school and are deleted when no longer needed.")
    @ApiResponse(responseCode = "204", description = "Closed; all sessions are ended")
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void closeAccount(Authentication who) {
        closing.close(Actor.of(who).no());
    }

    @Operation(
            summary = "Verifies the account's phone number with an SMS code",
            description =
                    "A number verified before is replaced and no longer signs in to this account. If the new one has an"
                            + " account without WeChat, and this account has no number yet, the two are merged and new"
                            + " tokens are returned.")
    @Post("/phones")
    LinkedView linkPhone(HttpRequest<?> request, Authentication who, @Body @Valid LinkPhoneBody body) {
        String accountNo = Actor.of(who).no();
        SmsCodeService.Entry entry = new SmsCodeService.Entry(
                new PhoneNumber(body.phone()), body.code(), IdempotencyKey.orNull(request), guard.address(request));
        return guard.attempt(
                request,
                AccountProblem.WRONG_PROOFS,
                () -> signIn.linkPhone(accountNo, entry, LoginGuard.device(request))
                        .map(linked -> new LinkedView(view(linked.accountNo()), linked.tokens()))
                        .orElseGet(() -> new LinkedView(view(accountNo), null)));
    }

    @Operation(
            summary = "Links the student's WeChat account",
            description =
                    "One linked before is replaced and no longer signs in to this account. If the new one has an account"
                            + " without a phone number, and this account has one, that account is merged into this one.")
    @Post("/wechat-links")
    AccountView linkWeChat(HttpRequest<?> request, Authentication who, @Body @Valid LinkWeChatBody body) {
        String accountNo = Actor.of(who).no();
        return guard.attempt(request, AccountProblem.WRONG_PROOFS, () -> {
            signIn.linkWeChat(accountNo, body.code());
            return view(accountNo);
        });
    }

    private AccountView view(String accountNo) {
        Account account = accounts.require(accountNo);
        PhoneNumber phone = accounts.phone(account);
        return new AccountView(
                account.no(),
                phone == null ? null : phone.toString(),
                account.verified(),
                account.openid() != null,
                account.language(),
                ChinaTime.offset(account.createdAt()));
    }
}
