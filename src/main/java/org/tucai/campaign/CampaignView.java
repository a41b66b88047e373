package org.tucai.campaign;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A campaign as staff see it.
 *
 * @param acceptsNow whether a photo submitted now would be in time
 * @param texts labels of the terms' choices, in the client's language
 */
@Serdeable
record CampaignView(
        String no,
        SchoolOfCampaign school,
        CampaignStatus status,
        String statusText,
        boolean acceptsNow,
        CampaignTerms terms,
        TermTexts texts,
        OffsetDateTime createdAt,
        int version) {

    /** The school of a campaign. */
    @Serdeable
    record SchoolOfCampaign(String no, String code, String name) {}

    /** Labels of the terms' choices, in the client's language. */
    @Serdeable
    record TermTexts(
            String mode, String payWhen, String onRejection, String alreadyCaptured, String proofreadingSilence) {
        static TermTexts of(Campaign c, Language language) {
            return new TermTexts(
                    c.mode().text(language),
                    c.payWhen().text(language),
                    c.onRejection().text(language),
                    c.alreadyCaptured().text(language),
                    c.proofreadingSilence().text(language));
        }
    }

    static CampaignView of(Campaign c, School s, Instant now, Language language) {
        return new CampaignView(
                c.no(),
                new SchoolOfCampaign(s.no(), s.code(), s.name()),
                c.status(),
                c.status().text(language),
                c.acceptsAt(now),
                c.terms(),
                TermTexts.of(c, language),
                ChinaTime.offset(c.createdAt()),
                c.version());
    }
}
