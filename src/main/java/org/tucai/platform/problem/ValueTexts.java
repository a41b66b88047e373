package org.tucai.platform.problem;

import io.micronaut.core.type.Argument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.stream.Collectors;

/** What a value of each type looks like, for clients that sent something else. */
public final class ValueTexts {
    private ValueTexts() {}

    /** The error for a value of the wrong type at that place. */
    public static FieldError unfit(Argument<?> type, String pointer) {
        Class<?> of = type.getType();
        if (of.isEnum()) {
            return new FieldError("只能是 " + constants(of, "、"), "must be one of " + constants(of, ", "), pointer);
        }
        if (of == int.class || of == Integer.class || of == long.class || of == Long.class) {
            return new FieldError("须为整数，且不能过大", "must be a whole number and not too large", pointer);
        }
        if (of == boolean.class || of == Boolean.class) {
            return new FieldError("只能是 true 或 false", "must be true or false", pointer);
        }
        if (of == LocalDate.class) {
            return new FieldError("须为日期，如 2026-06-30", "must be a date such as 2026-06-30", pointer);
        }
        if (of == OffsetDateTime.class || of == Instant.class) {
            return new FieldError(
                    "须为带时区的时间，如 2026-06-30T18:00:00+08:00",
                    "must be a time with its offset, such as 2026-06-30T18:00:00+08:00",
                    pointer);
        }
        if (CharSequence.class.isAssignableFrom(of)) {
            return new FieldError("须为文本", "must be text", pointer);
        }
        if (Collection.class.isAssignableFrom(of)) {
            return new FieldError("须为列表", "must be a list", pointer);
        }
        if (of == Currency.class) {
            return new FieldError("须为币种代码，如 CNY", "must be a currency code such as CNY", pointer);
        }
        return new FieldError("格式不正确", "has the wrong format", pointer);
    }

    private static String constants(Class<?> of, String between) {
        return Arrays.stream(of.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(between));
    }
}
