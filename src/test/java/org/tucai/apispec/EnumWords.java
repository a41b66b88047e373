package org.tucai.apispec;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The Chinese words for enum constants, from the enums' field {@code zh}. */
final class EnumWords {
    private final Map<String, Map<String, String>> words = new HashMap<>();

    EnumWords(JavaClasses classes) {
        classes.stream().filter(JavaClass::isEnum).map(JavaClass::reflect).forEach(this::read);
    }

    private void read(Class<?> type) {
        Arrays.stream(type.getDeclaredFields())
                .filter(f -> f.getName().equals("zh") && f.getType() == String.class)
                .findFirst()
                .ifPresent(zh -> words.put(schema(type), read(type, zh)));
    }

    /** The schema's name, as {@link SchemaNames} gives it. */
    private static String schema(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
    }

    private static Map<String, String> read(Class<?> type, Field zh) {
        zh.setAccessible(true);
        Map<String, String> read = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            try {
                read.put(((Enum<?>) constant).name(), (String) zh.get(constant));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return read;
    }

    /** The word for this constant of this schema; empty if there is none. */
    Optional<String> of(String schema, String constant) {
        return Optional.ofNullable(words.getOrDefault(schema, Map.of()).get(constant));
    }
}
