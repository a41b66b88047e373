package org.tucai.platform.problem;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the list of problems into a page. Knows exactly the Markdown that list is written in: headings, sentences, tables. */
final class ProblemPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="zh">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Tucai 图采: problems</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-top: 1px solid #ddd; padding: .5rem; text-align: left; vertical-align: top; }
            td:first-child { white-space: nowrap; }
            code { font-size: .9em; }
            tr:target { background: #fff3c4; }
            @media (max-width: 45rem) { tr { display: block; border-top: 1px solid #ddd; padding: .5rem 0; } td { display: block; border: 0; padding: .1rem 0; } }
            </style>
            </head>
            <body>
            """;
    private static final Pattern ROW = Pattern.compile("\\| <a id=\"([a-z0-9-]+)\"></a>(.*) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*(.*?)\\*\\*");

    private final StringBuilder page = new StringBuilder(HEAD);
    private final Set<String> anchors = new HashSet<>();
    private boolean inTable;

    private ProblemPage() {}

    static String of(String markdown) {
        ProblemPage made = new ProblemPage();
        markdown.lines().forEach(made::line);
        made.endTable();
        return made.page.append("</body>\n</html>\n").toString();
    }

    private void line(String line) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
            row(row.group(1), row.group(2).split(" \\| "));
        } else if (line.startsWith("| ")) {
            inTable = true;
            page.append("<table>\n");
        } else if (line.startsWith("#")) {
            endTable();
            int level = line.indexOf(' ');
            String heading = text(line.substring(level + 1));
            page.append("<h%1$s>%2$s</h%1$s>\n".formatted(level, heading)); // not %d, whose digits depend on the locale
        } else if (!line.isBlank() && !line.startsWith("|")) {
            page.append("<p>").append(text(line)).append("</p>\n");
        }
    }

    /** Two features may have a problem of the same code: the first gets the anchor. */
    private void row(String code, String[] cells) {
        page.append(anchors.add(code) ? "<tr id=\"" + code + "\">" : "<tr>");
        for (String cell : cells) {
            page.append("<td>").append(text(cell)).append("</td>");
        }
        page.append("</tr>\n");
    }

    private void endTable() {
        if (inTable) {
            page.append("</table>\n");
            inTable = false;
        }
    }

    private static String text(String markdown) {
        String safe = markdown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String coded = CODE.matcher(safe).replaceAll("<code>$1</code>");
        return STRONG.matcher(coded).replaceAll("<strong>$1</strong>");
    }
}
