package org.tucai.platform.security;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.privacy.PersonalFile;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/** A student's sign-ins; their tokens and the addresses they came from are not kept. */
@Singleton
class SessionData implements PersonalData {
    private static final String FILE = "sessions.json";

    private final LoginSessionRepository sessions;

    SessionData(LoginSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Serdeable
    record Held(
            String no,
            String device,
            OffsetDateTime signedInAt,
            OffsetDateTime lastRefreshedAt,
            OffsetDateTime endsAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable String endCause) {
        static Held of(LoginSession s) {
            return new Held(
                    s.no(),
                    s.device(),
                    ChinaTime.offset(s.createdAt()),
                    ChinaTime.offset(s.refreshedAt()),
                    ChinaTime.offset(s.endsAt()),
                    ChinaTime.offsetOrNull(s.endedAt()),
                    s.endCause());
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(new Kind(
                false,
                FILE,
                "登录记录：设备名称与时间，失效一周后删除。登录所用的网络地址只以带密钥的哈希保存 90 天，无法还原，故不列出。",
                "Your sign-ins: device and times, deleted a week after they end. The network addresses are kept for 90 days as"
                        + " keyed hashes only, which cannot be turned back, and are not listed."));
    }

    @Override
    public List<PersonalFile> ofAccount(String accountNo, Language language) {
        return List.of(PersonalFile.Listing.of(
                FILE,
                (last, limit) -> sessions.of(
                        accountNo, last == null ? Long.MAX_VALUE : Objects.requireNonNull(last.id()), limit),
                Held::of));
    }
}
