package org.tucai.capture.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureStatus;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A capture in a list, without personal data.
 *
 * @param accountNo number of the account it belongs to, as in its orders
 * @param conclusion conclusion of the identity verification, in the authority's own words; null before there is one
 * @param conclusionText the conclusion as display text
 */
@Serdeable
record CaptureLineView(
        String no,
        String accountNo,
        String campaignNo,
        CaptureStatus status,
        String statusText,
        @Nullable String conclusion,
        @Nullable String conclusionText,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt) {

    static CaptureLineView of(Capture capture, boolean retakeOrdered, UnaryOperator<String> words, Language language) {
        return new CaptureLineView(
                capture.no(),
                capture.accountNo(),
                capture.campaignNo(),
                capture.status(),
                StudentStatus.text(capture.status(), retakeOrdered, language),
                capture.conclusion(),
                capture.conclusion() == null ? null : words.apply(capture.conclusion()),
                ChinaTime.offset(capture.createdAt()),
                ChinaTime.offset(capture.changedAt()));
    }
}
