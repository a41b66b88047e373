package org.tucai.authority;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * Identity conclusions (身份核验结论) as the authority sends them, by callback or as a file.
 *
 * @param messageNo identifies the message, however often it arrives; at most 40 characters
 * @param sentAt when the authority sent it
 * @param conclusions at most a few thousand
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true) // the authority may add members to its format
public record ConclusionMessage(
        @JsonProperty(required = true) String messageNo,
        @JsonProperty(required = true) Instant sentAt,
        @JsonProperty(required = true) List<Conclusion> conclusions) {
    /**
     * One student's conclusion. Blanks around its texts are removed: the database ignores trailing ones in comparisons, but the
     * lookup of labels does not.
     *
     * @param studentUniqueNo 学生唯一编号
     * @param packageNo the package concerned; null in files of some authorities
     * @param label the authority's wording, for example 同一人
     * @param concludedAt of several conclusions on one student the latest counts, in whatever order they arrive
     */
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Conclusion(
            String studentUniqueNo, @Nullable String packageNo, String label, Instant concludedAt) {
        public Conclusion {
            studentUniqueNo = bare(studentUniqueNo);
            packageNo = packageNo == null ? null : packageNo.strip();
            label = bare(label);
        }

        private static String bare(String text) {
            return text == null ? text : text.strip(); // the reader of the message reports what is missing
        }

        @Override
        public String toString() {
            return "Conclusion[" + packageNo + "]";
        }
    }
}
