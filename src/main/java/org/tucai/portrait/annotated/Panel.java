package org.tucai.portrait.annotated;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;
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
        double y = verdict(report, MARGIN);
        double left = 96;
        double each = complaints.isEmpty() ? 0 : (height - y - left) / complaints.size();
        double size = each < 52 ? 11.5 : each < 70 ? 13.5 : 16;
        int number = 1;
        for (RuleResult complaint : complaints) {
            if (y > height - left) {
                g.setFont(lettering.size(13));
                g.setColor(PALE);
                int more = complaints.size() - number + 1;
                g.drawString(lettering.pick("还有 " + more + " 项", "and " + more + " more"), MARGIN, (float) y + 14);
                break;
            }
            y = complaint(complaint, number++, y, size);
        }
        foot(report);
    }

    private double verdict(PortraitReport report, double y) {
        Verdict verdict = report.verdict();
        String text = switch (verdict) {
            case PASS -> lettering.pick("合格", "Meets the standard");
            case REVIEW -> lettering.pick("需人工审核", "A person will look at it");
            case FAIL -> lettering.pick("不合格", "Please take another picture");
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
        y = write(lettering.texts().wrong(complaint.rule()), y, size);
        g.setColor(PALE);
        g.setFont(lettering.size(size - 1));
        y = write(lettering.texts().advice(complaint.rule()), y, size);
        return y + size * 0.6;
    }

    private double write(String text, double from, double size) {
        double y = from;
        for (String line : lettering.lines(text, g.getFontMetrics(), width - 2 * MARGIN - 34)) {
            g.drawString(line, MARGIN + 34, (float) (y + size - 1));
            y += size * 1.35;
        }
        return y;
    }

    private void foot(PortraitReport report) {
        long met = report.rules().stream()
                .filter(result -> result.outcome() == Outcome.PASS)
                .count();
        List<RuleResult> open = report.rules().stream()
                .filter(result -> result.outcome() == Outcome.NOT_ASSESSED)
                .toList();
        g.setFont(lettering.size(12));
        g.setColor(PALE);
        String names = open.stream()
                .map(result -> lettering.texts().name(result.rule()))
                .collect(Collectors.joining(lettering.pick("、", ", ")));
        String text = lettering.pick(
                "已通过 " + met + " 项检查。" + (open.isEmpty() ? "" : "未能自动判断：" + names + "。"),
                met + " checks passed." + (open.isEmpty() ? "" : " Not judged automatically: " + names + "."));
        List<String> lines = lettering.lines(text, g.getFontMetrics(), width - 2 * MARGIN);
        double y = height - 16 - 16.0 * Math.min(4, lines.size());
        for (String line : lines.subList(0, Math.min(4, lines.size()))) {
            y += 16;
            g.drawString(line, MARGIN, (float) y);
        }
    }
}
