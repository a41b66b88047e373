package org.tucai.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tucai.platform.time.ChinaTime;

/** The languages of texts; Chinese unless the client prefers English. */
public enum Language {
    ZH,
    EN;

    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** From Accept-Language: of the two the one the client likes better; Chinese when it names neither. */
    public static Language of(HttpRequest<?> request) {
        String wished = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        if (wished == null) {
            return ZH;
        }
        try {
            return Locale.LanguageRange.parse(wished).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(language -> language.equals("zh") || language.equals("en"))
                    .findFirst()
                    .map(language -> language.equals("en") ? EN : ZH)
                    .orElse(ZH);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the JDK throws both for what is no list
            return ZH;
        }
    }

    public String pick(String zh, String en) {
        return this == ZH ? zh : en;
    }

    /** A day as people read it in a sentence: 2026年5月13日, 13 May 2026. */
    public String day(LocalDate day) {
        return day.format(this == ZH ? CHINESE_DAY : ENGLISH_DAY);
    }

    /** The minute of that instant in China: 2026年5月13日 09:00, 13 May 2026, 09:00 (China time). */
    public String minute(Instant at) {
        String time = CLOCK.format(at.atZone(ChinaTime.ZONE));
        return day(ChinaTime.day(at)) + pick(" " + time, ", " + time + " (China time)");
    }

    /** The same of a day that may still move, which is said: a deadline is never guessed in silence (DOMAIN §3). */
    public String day(LocalDate day, boolean provisional) {
        return provisional ? day(day) + pick("（暂定）", " (provisional)") : day(day);
    }
}
