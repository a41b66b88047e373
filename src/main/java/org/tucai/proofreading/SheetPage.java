package org.tucai.proofreading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.Sha256;
import org.tucai.platform.web.Language;

/** A sheet to be printed on A4: each class begins on a new page, repeats its heading on every page, and ends with the signatures. */
record SheetPage(Sheet sheet, Language language) implements SheetForm {
    private static final String STYLE = """

            @page {
              size: A4; margin: 15mm 15mm 18mm;
              @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; }
            }
            body {
              margin: 0 auto; max-width: 180mm; color: #000;
              font: 11pt/1.4 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif;
            }
            section + section { break-before: page; }
            table { border-collapse: collapse; width: 100%; table-layout: fixed; }
            thead { display: table-header-group; }
            tr, tbody + tbody { break-inside: avoid; }
            th, td { border: 0.3mm solid #000; padding: 1mm 2mm; height: 7mm; text-align: center; overflow-wrap: anywhere; }
            .title th { border: 0; padding: 0 0 3mm; font-weight: normal; text-align: left; }
            h1 { margin: 0 0 2mm; font-size: 16pt; text-align: center; }
            p { margin: 0; overflow-wrap: anywhere; }
            .NUMBER { width: 14mm; }
            .STUDENT_NO { width: 40mm; }
            .RESULT { width: 46mm; }
            .SIGNATURE { width: 36mm; }
            .after td { border: 0; padding: 4mm 0 0; text-align: left; }
            .sign { display: flex; gap: 6mm; margin: 10mm 0 0; }
            .sign span { border-bottom: 0.3mm solid #000; width: 50mm; }
            .sign span:first-child { flex: 1; }
            .small { margin-top: 4mm; font-size: 9pt; }
            """;

    private static final String WIDTHS = Arrays.stream(SheetColumn.values())
            .map(c -> "<col class=\"" + c.name() + "\">")
            .collect(Collectors.joining());

    /** Stands in the file too, for where it is opened. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; form-action 'none'";

    @Override
    public String head() {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                """.formatted(
                        language.pick("zh-CN", "en"),
                        POLICY,
                        safe(title() + " " + sheet.schoolName() + " " + sheet.campaignName()),
                        STYLE);
    }

    @Override
    public String open(List<SheetRow> ofClass) {
        String columns = Arrays.stream(SheetColumn.values())
                .map(c -> "<th>" + safe(c.in(language)) + "</th>")
                .collect(Collectors.joining());
        return """
                <section>
                <table>
                %s
                <thead>
                <tr class="title"><th colspan="5">%s
                <p>%s</p></th></tr>
                <tr>%s</tr>
                </thead>
                <tbody>
                """.formatted(
                WIDTHS,
                heading(),
                labelled(sheet.classes().label(language), ofClass.getFirst().className()),
                columns);
    }

    /** The last student starts the part that no page break may split, so that signatures never stand alone on a page. */
    @Override
    public String line(int number, SheetRow row, boolean last) {
        return (last ? "</tbody>\n<tbody>\n" : "")
                + "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td></td></tr>\n"
                        .formatted(
                                number,
                                safe(row.studentNo()),
                                safe(row.maskedName()),
                                safe(row.result().in(language)));
    }

    @Override
    public String close(List<SheetRow> ofClass) {
        return """
                <tr class="after"><td colspan="5">
                <p>%s</p>
                <p class="sign"><span>%s</span><span>%s</span></p>
                <p class="sign"><span>%s</span><span>%s</span></p>
                %s
                </td></tr>
                </tbody>
                </table>
                </section>
                """.formatted(
                        counts(ofClass),
                        language.pick("辅导员（签名）：", "Counsellor (signature):"),
                        language.pick("日期：", "Date:"),
                        language.pick("学院（盖章）：", "College (seal):"),
                        language.pick("日期：", "Date:"),
                        remarks());
    }

    @Override
    public String foot() {
        String nobody = sheet.rows().isEmpty()
                ? heading() + "\n<p>" + language.pick("暂无照片合格的学生。", "No student's picture has been accepted yet.")
                        + "</p>\n" + remarks() + "\n"
                : "";
        return nobody + "</body>\n</html>\n";
    }

    private String title() {
        return language.pick("图像信息校对反馈表", "Proofreading sheet");
    }

    private String heading() {
        return "<h1>" + title() + "</h1>\n<p>" + labelled(language.pick("学校", "School"), sheet.schoolName())
                + "</p>\n<p>" + labelled(language.pick("采集批次", "Campaign"), sheet.campaignName()) + "</p>";
    }

    private String labelled(String label, String value) {
        return safe(label + language.pick("：", ": ") + value);
    }

    private String counts(List<SheetRow> ofClass) {
        return language.pick(
                        "共 %s 人：正确 %s 人，有误 %s 人，未校对 %s 人。", "Students: %s; correct: %s, wrong: %s, not checked: %s.")
                .formatted(
                        ofClass.size(),
                        count(ofClass, Answer.CORRECT),
                        count(ofClass, Answer.WRONG),
                        count(ofClass, null));
    }

    private static long count(List<SheetRow> rows, @Nullable Answer answer) {
        return rows.stream().filter(r -> r.result().answer() == answer).count();
    }

    private String remarks() {
        String masked = language.pick("姓名按学信网采集码所载，已作掩码处理。", "Names are masked, as in the capture codes.");
        String gone = sheet.forgotten() == 0
                ? ""
                : language.pick(
                                "本批次另有 %s 人的照片和信息已按规定删除，不在表内。",
                                " The pictures and details of %s more students of this campaign were deleted; they are"
                                        + " not listed.")
                        .formatted(sheet.forgotten());
        String unreadable = sheet.unreadable() == 0
                ? ""
                : language.pick(
                                "另有 %s 人的信息因数据损坏暂时无法读取，不在表内，请联系采集单位恢复后重新制表。",
                                " The details of %s more students are damaged and cannot be read; they are not listed."
                                        + " Ask the collection unit to restore them, then draw the sheet again.")
                        .formatted(sheet.unreadable());
        String drawn =
                language.pick("制表日期：", " Drawn up on ") + language.day(sheet.drawnOn()) + language.pick("。", ".");
        return "<p class=\"small\">" + masked + gone + unreadable + drawn + "</p>";
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
