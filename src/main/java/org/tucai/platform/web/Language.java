package org.tucai.platform.web;

import io.micronaut.http.HttpRequest;
import java.util.Locale;

/** The languages texts exist in; Chinese unless the client asks for English first. */
public enum Language {
    ZH,
    EN;

    /** From Accept-Language. */
    public static Language of(HttpRequest<?> request) {
        return request.getLocale()
                .filter(l -> l.getLanguage().equals(Locale.ENGLISH.getLanguage()))
                .map(l -> EN)
                .orElse(ZH);
    }

    public String pick(String zh, String en) {
        return this == ZH ? zh : en;
    }
}
