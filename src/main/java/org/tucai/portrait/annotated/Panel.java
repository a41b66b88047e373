package org.tucai.portrait.annotated;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Verdict;

/** The words beside the photo: the verdict, every complaint with its advice, and what could not be judged. */
final class Panel {
    private static final Color INK = new Color(33, 37, 41);
    private static final Color PALE = new Color(110, 117, 124);
    private static final Color GOOD = new Color(46, 125, 50);
    private static final int MARGIN = 28;
    /** Where the words of a complaint begin. */
    private static final int BESIDE_NUMBER = MARGIN + 34;

    /** Font sizes of complaints, points, the largest first. */
    private static final double[] SIZES = {16, 13.5, 11.5};

    private static final double LEADING = 1.35;
    private static final double FOOT_LINE = 16;
    private static final int MOST_FOOT_LINES = 4;
    /** Kept free above the foot for the number of complaints that found no room, pixels. */
    private static final double MORE = 28;

    private final Graphics2D g;
    private final int width;
    private final int height;
    private final Lettering lettering;

    Panel(Graphics2D g, int width, int height, Lettering lettering) {
        this.g = g;
        this.width = width;
        this.height = height;
        this.lettering = lettering;
    }

    void draw(PortraitReport report, List<RuleResult> complaints) {
        List<String> foot = foot(report);
        double bottom = height - 16 - FOOT_LINE * foot.size();
        double y = verdict(report, MARGIN);
        if (complaints.isEmpty() && !report.open().isEmpty()) {
            g.setColor(INK);
            g.setFont(lettering.size(SIZES[0]));
            write(lettering.texts().open(report.open()), MARGIN, y, SIZES[0]);
        }
        double size = size(complaints, bottom - y);
        double left = complaints.stream()
                .mapToDouble(complaint -> height(complaint, size))
                .sum();
        int number = 1;
        for (RuleResult complaint : complaints) {
            double height = height(complaint, size);
            if (y + left > bottom && y + height > bottom - MORE) {
                g.setFont(lettering.size(13));
                g.setColor(PALE);
                int more = complaints.size() - number + 1;
                g.drawString(lettering.pick("还有 " + more + " 项", "and " + more + " more"), MARGIN, (float) y + 14);
                break;
            }
            y = complaint(complaint, number++, y, size);
            left -= height;
        }
        below(foot, bottom);
    }

    private void below(List<String> foot, double bottom) {
        g.setFont(lettering.size(12));
        g.setColor(PALE);
        for (int line = 0; line < foot.size(); line++) {
            g.drawString(foot.get(line), MARGIN, (float) (bottom + FOOT_LINE * (line + 1)));
        }
    }

    /** The largest font size at which all complaints find room, else the smallest. */
    private double size(List<RuleResult> complaints, double room) {
        for (double size : SIZES) {
            double all = complaints.stream()
                    .mapToDouble(complaint -> height(complaint, size))
                    .sum();
            if (all <= room) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1];
    }

    private double verdict(PortraitReport report, double y) {
        Verdict verdict = report.verdict();
        String text = switch (verdict) {
            case PASS -> lettering.pick("合格", "Meets the standard");
            case REVIEW -> lettering.pick("需人工审核", "To be reviewed by a person");
            case FAIL -> lettering.pick("不合格", "Does not meet the standard");
        };
        g.setFont(lettering.bold(24));
        int textWidth = g.getFontMetrics().stringWidth(text);
        g.setColor(verdict == Verdict.PASS ? GOOD : verdict == Verdict.REVIEW ? Overlay.SOFT : Overlay.HARD);
        g.fill(new RoundRectangle2D.Double(MARGIN, y, textWidth + 36.0, 46, 23, 23));
        g.setColor(Color.WHITE);
        g.drawString(text, MARGIN + 18, (float) y + 32);
        return y + 46 + 22;
    }

    private double complaint(RuleResult complaint, int number, double from, double size) {
        double y = from;
        if (complaint.region() == null) {
            Callouts.ring(g, lettering, MARGIN + 11, y + 9, number, complaint.severity());
        } else {
            Callouts.badge(g, lettering, MARGIN + 11, y + 9, number, complaint.severity());
        }
        g.setColor(INK);
        g.setFont(lettering.bold(size));
        y = write(lettering.texts().wrong(complaint.rule(), complaint.way()), BESIDE_NUMBER, y, size);
        g.setColor(PALE);
        g.setFont(lettering.size(size - 1));
        y = write(lettering.texts().advice(complaint.rule(), complaint.way()), BESIDE_NUMBER, y, size);
        return y + size * 0.6;
    }

    private double height(RuleResult complaint, double size) {
        String wrong = lettering.texts().wrong(complaint.rule(), complaint.way());
        String advice = lettering.texts().advice(complaint.rule(), complaint.way());
        int lines = lines(wrong, BESIDE_NUMBER, lettering.bold(size)).size()
                + lines(advice, BESIDE_NUMBER, lettering.size(size - 1)).size();
        return size * (LEADING * lines + 0.6);
    }

    private List<String> lines(String text, int left, Font font) {
        return lettering.lines(text, g.getFontMetrics(font), width - left - MARGIN);
    }

    private double write(String text, int left, double from, double size) {
        double y = from;
        for (String line : lines(text, left, g.getFont())) {
            g.drawString(line, left, (float) (y + size - 1));
            y += size * LEADING;
        }
        return y;
    }

    /** How many rules were met, and the names of those that could not be judged, or their number when the names need too much room. */
    List<String> foot(PortraitReport report) {
        long met = report.rules().stream()
                .filter(result -> result.outcome() == Outcome.PASS)
                .count();
        List<String> open = report.open().stream().map(lettering.texts()::name).toList();
        String passed = lettering.pick("已通过 " + met + " 项检查。", met + (met == 1 ? " check passed." : " checks passed."));
        if (open.isEmpty()) {
            return footLines(passed);
        }
        List<String> named = footLines(passed
                + lettering.pick(
                        "未能自动判断：" + String.join("、", open) + "。",
                        " Not judged automatically: " + String.join(", ", open) + "."));
        return named.size() <= MOST_FOOT_LINES
                ? named
                : footLines(passed
                        + lettering.pick(
                                "另有 " + open.size() + " 项未能自动判断。",
                                " " + open.size() + " could not be judged automatically."));
    }

    private List<String> footLines(String text) {
        return lettering.lines(text, g.getFontMetrics(lettering.size(12)), width - 2 * MARGIN);
    }
}
