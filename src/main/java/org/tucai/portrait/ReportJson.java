package org.tucai.portrait;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object: {@code {"file","verdict","profile","mode","rules":[…],"ms"}}. */
public final class ReportJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** Digits after the point: more mean nothing in a score, a share or milliseconds. */
    private static final int DIGITS = 4;

    private ReportJson() {}

    /**
     * The report as one line.
     *
     * @param file the name to print, as the caller gave it
     */
    public static String of(String file, PortraitReport report) {
        return object(json -> {
            head(json, file, report.verdict().name(), report.profile(), report.mode());
            for (RuleResult result : report.rules()) {
                rule(json, result);
            }
            json.writeEndArray();
            number(json, "ms", report.micros() / 1000.0);
        });
    }

    /**
     * A file that cannot be judged, in the same shape followed by the reason.
     *
     * @param reason a name of {@link org.tucai.picture.UnreadablePicture.Reason}, or the caller's own name for why the file could not be
     *     read
     */
    public static String unreadable(String file, String profile, String mode, String reason) {
        return object(json -> {
            head(json, file, "UNREADABLE", profile, mode);
            json.writeEndArray();
            json.writeNumberField("ms", 0);
            json.writeStringField("reason", reason);
        });
    }

    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(Members members) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Everything up to and including the opening of the list of rules. */
    private static void head(JsonGenerator json, String file, String verdict, String profile, String mode)
            throws IOException {
        json.writeStringField("file", file);
        json.writeStringField("verdict", verdict);
        json.writeStringField("profile", profile);
        json.writeStringField("mode", mode);
        json.writeArrayFieldStart("rules");
    }

    private static void rule(JsonGenerator json, RuleResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", result.rule());
        json.writeStringField("outcome", result.outcome().name());
        number(json, "score", result.score());
        number(json, "measured", result.measured());
        json.writeStringField("limit", result.limit());
        json.writeStringField("unit", result.unit());
        json.writeFieldName("region");
        region(json, result.region());
        json.writeEndObject();
    }

    private static void region(JsonGenerator json, @Nullable Region region) throws IOException {
        if (region == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        number(json, "x", region.x());
        number(json, "y", region.y());
        number(json, "w", region.width());
        number(json, "h", region.height());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        json.writeFieldName(name);
        if (value == null || !Double.isFinite(value)) {
            json.writeNull();
        } else {
            json.writeNumber(BigDecimal.valueOf(value)
                    .setScale(DIGITS, RoundingMode.HALF_UP)
                    .stripTrailingZeros());
        }
    }
}
