package org.tucai.portrait;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object: {@code {"file","verdict","profile","mode","rules":[…],"ms"}}. */
public final class ReportJson {
    private ReportJson() {}

    /**
     * The report as one line.
     *
     * @param file the name to print, as the caller gave it
     */
    public static String of(String file, PortraitReport report) {
        StringBuilder out = new StringBuilder("{\"file\":");
        text(out, file).append(",\"verdict\":\"").append(report.verdict()).append("\",\"profile\":");
        text(out, report.profile());
        text(out.append(",\"mode\":"), report.mode()).append(",\"rules\":[");
        String comma = "";
        for (RuleResult result : report.rules()) {
            rule(out.append(comma), result);
            comma = ",";
        }
        return out.append("],\"ms\":")
                .append(number(report.micros() / 1000.0))
                .append('}')
                .toString();
    }

    /**
     * A file that is no picture that can be judged, in the same shape, with the reason behind it.
     *
     * @param reason a name of {@link org.tucai.picture.UnreadablePicture.Reason}, or the caller's own name for why the file was not
     *     read
     */
    public static String unreadable(String file, String profile, String mode, String reason) {
        StringBuilder out = new StringBuilder("{\"file\":");
        text(out, file).append(",\"verdict\":\"UNREADABLE\",\"profile\":");
        text(out, profile).append(",\"mode\":");
        text(out, mode).append(",\"rules\":[],\"ms\":0,\"reason\":");
        return text(out, reason).append('}').toString();
    }

    private static void rule(StringBuilder out, RuleResult result) {
        text(out.append("{\"rule\":"), result.rule());
        out.append(",\"outcome\":\"").append(result.outcome());
        out.append("\",\"score\":").append(number(result.score()));
        Double measured = result.measured();
        out.append(",\"measured\":").append(measured == null ? "null" : number(measured));
        text(out.append(",\"limit\":"), result.limit());
        text(out.append(",\"unit\":"), result.unit());
        Region region = result.region();
        out.append(",\"region\":");
        if (region == null) {
            out.append("null");
        } else {
            out.append("{\"x\":").append(number(region.x()));
            out.append(",\"y\":").append(number(region.y()));
            out.append(",\"w\":").append(number(region.width()));
            out.append(",\"h\":").append(number(region.height())).append('}');
        }
        out.append('}');
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
    }

    private static StringBuilder text(StringBuilder out, @Nullable String value) {
        if (value == null) {
            return out.append("null");
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }
}
