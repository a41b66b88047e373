package org.tucai.account;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** The account itself. The phone number is written in full: a copy with a masked number would be none. */
@Singleton
class AccountData implements PersonalData {
    private static final String FILE = "account.json";

    private final AccountService accounts;
    private final Identifiers identifiers;
    private final SmsCodeRepository codes;

    AccountData(AccountService accounts, Identifiers identifiers, SmsCodeRepository codes) {
        this.accounts = accounts;
        this.identifiers = identifiers;
        this.codes = codes;
    }

    @Serdeable
    record Held(
            String no,
            @Nullable String phone,
            @Nullable OffsetDateTime phoneVerifiedAt,
            @Nullable String wechatOpenid,
            Language language,
            OffsetDateTime createdAt,
            @Nullable SmsCodesHeld smsCodes) {}

    /** @param sentOnDay how many codes were sent on {@code day} */
    @Serdeable
    record SmsCodesHeld(
            @Nullable OffsetDateTime lastSentAt, @Nullable LocalDate day, int sentOnDay) {}

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind(
                        false,
                        FILE,
                        "拍摄账号：完整手机号及验证时间、微信 openid、消息语言、创建时间；smsCodes 为最近发送短信验证码的时间与次数（验证码本身不保存）。",
                        "Your account: phone number in full and when it was verified, WeChat openid, language of messages, creation;"
                                + " smsCodes tells when and how many SMS codes were sent (the codes themselves are not kept)."));
    }

    @Override
    public List<PersonalFile> ofAccount(String accountNo, Language language) {
        return List.of(new PersonalFile.Document(FILE, () -> held(accounts.require(accountNo))));
    }

    private Held held(Account account) {
        PhoneNumber phone = accounts.phone(account);
        String openid = account.openid();
        return new Held(
                account.no(),
                phone == null ? null : phone.value(),
                ChinaTime.offsetOrNull(account.phoneVerifiedAt()),
                openid == null ? null : identifiers.openOpenid(openid),
                account.language(),
                ChinaTime.offset(account.createdAt()),
                phone == null
                        ? null
                        : codes.findByPhoneIndex(identifiers.phoneIndex(phone))
                                .map(c -> new SmsCodesHeld(ChinaTime.offsetOrNull(c.sentAt()), c.day(), c.sentOnDay()))
                                .orElse(null));
    }
}
