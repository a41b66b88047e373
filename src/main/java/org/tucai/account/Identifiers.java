package org.tucai.account;

import jakarta.inject.Singleton;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.privacy.Vault;

/** Seals and indexes the identifiers by which accounts are found. */
@Singleton
class Identifiers {
    private static final String PHONE = "account.phone";
    private static final String OPENID = "account.openid";

    private final Vault vault;

    Identifiers(Vault vault) {
        this.vault = vault;
    }

    /**
     * An identifier as stored in the database.
     *
     * @param sealed encrypted value
     * @param index keyed hash for look-ups
     */
    record Sealed(String sealed, String index) {}

    Sealed phone(PhoneNumber phone) {
        return new Sealed(vault.sealText(phone.value(), PHONE), phoneIndex(phone));
    }

    String phoneIndex(PhoneNumber phone) {
        return vault.blindIndex(phone.value(), PHONE);
    }

    Sealed openid(String openid) {
        return new Sealed(vault.sealText(openid, OPENID), vault.blindIndex(openid, OPENID));
    }

    PhoneNumber openPhone(String sealed) {
        return new PhoneNumber(vault.openText(sealed, PHONE));
    }

    String openOpenid(String sealed) {
        return vault.openText(sealed, OPENID);
    }

    /** Keyed hash of a code, bound to its phone number. */
    String codeHash(PhoneNumber phone, String code) {
        return vault.blindIndex(phone.value() + "|" + code, "sms_code.code");
    }

    /** Keyed hash of the one request that used a code. */
    String codeUseHash(PhoneNumber phone, String code, String requestKey) {
        return vault.blindIndex(phone.value() + "|" + code + "|" + requestKey, "sms_code.use");
    }
}
