package org.tucai.account;

import jakarta.inject.Singleton;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.privacy.Vault;

/** Seals what an account is found by. */
@Singleton
class Identifiers {
    private static final String PHONE = "account.phone";
    private static final String OPENID = "account.openid";

    private final Vault vault;

    Identifiers(Vault vault) {
        this.vault = vault;
    }

    /**
     * An identifier as the database has it.
     *
     * @param sealed to be opened again
     * @param index to be found by
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

    /** What proves the phone number: useless for another number. */
    String codeHash(PhoneNumber phone, String code) {
        return vault.blindIndex(phone.value() + "|" + code, "sms_code.code");
    }
}
