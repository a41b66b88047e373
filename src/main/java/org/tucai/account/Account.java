package org.tucai.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.tucai.platform.db.Row;
import org.tucai.platform.web.Language;

/**
 * A student's account.
 *
 * @param phone sealed
 * @param phoneIndex keyed hash of the phone number
 * @param openid sealed WeChat id within our mini program
 * @param openidIndex keyed hash of the openid
 */
@Row
@MappedEntity("account")
record Account(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        @Nullable String phone,
        @Nullable String phoneIndex,
        @Nullable Instant phoneVerifiedAt,
        @Nullable String openid,
        @Nullable String openidIndex,
        Language language,
        Instant createdAt,
        @Version int version) {

    boolean verified() {
        return phoneVerifiedAt != null;
    }

    Account withPhone(Identifiers.Sealed phone, Instant verifiedAt) {
        return AccountBuilder.builder(this)
                .phone(phone.sealed())
                .phoneIndex(phone.index())
                .phoneVerifiedAt(verifiedAt)
                .build();
    }

    Account withOpenid(@Nullable String openid, @Nullable String openidIndex) {
        return AccountBuilder.builder(this)
                .openid(openid)
                .openidIndex(openidIndex)
                .build();
    }

    /** The account without phone number and WeChat id, so that nobody can sign in to it. */
    Account emptied() {
        return AccountBuilder.builder(this)
                .phone(null)
                .phoneIndex(null)
                .phoneVerifiedAt(null)
                .openid(null)
                .openidIndex(null)
                .build();
    }

    Account with(Language language) {
        return AccountBuilder.builder(this).language(language).build();
    }

    /** Without ids. */
    @Override
    public String toString() {
        return "Account[" + no + "]";
    }
}
