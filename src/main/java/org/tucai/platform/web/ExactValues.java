package org.tucai.platform.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.ReferencePath;
import io.micronaut.serde.util.CustomizableDeserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts, whole numbers, booleans, days and instants strictly. By itself the framework takes 15.5, {@code [15]} and {@code true} for
 * whole numbers, {@code "yes"} for {@code false}, 20500 for a day of 2026 or an hour of 1970, and 5, {@code true} or {@code ["a"]} for
 * texts: the result would be an amount, an end of a campaign or a name that nobody meant.
 */
final class ExactValues {
    private ExactValues() {}

    @Singleton
    @Primary
    static final class OfString implements Deserializer<String> {
        @Override
        public String deserialize(Decoder decoder, DecoderContext context, Argument<? super String> type)
                throws IOException {
            return text(decoder);
        }
    }

    /** The framework's own deserializer for lists of texts does not use {@link OfString}. */
    @Singleton
    @Primary
    static final class OfStrings implements Deserializer<List<String>> {
        @Override
        public List<String> deserialize(Decoder decoder, DecoderContext context, Argument<? super List<String>> type)
                throws IOException {
            List<String> texts = new ArrayList<>();
            Decoder items = decoder.decodeArray();
            try {
                while (items.hasNextArrayValue()) {
                    texts.add(text(items));
                }
            } catch (SerdeException e) {
                e.getPath().add(ReferencePath.ofCollection(List.class, type, texts.size()));
                throw e;
            }
            items.finishStructure();
            return texts;
        }
    }

    /** One of an enum's names. */
    @Singleton
    @Primary
    static final class OfEnum<E extends Enum<E>> implements CustomizableDeserializer<E> {
        @Override
        @SuppressWarnings("unchecked") // it is only asked for enums
        public Deserializer<E> createSpecific(DecoderContext context, Argument<? super E> type) {
            Class<E> names = (Class<E>) type.getType();
            return (decoder, within, named) -> {
                try {
                    return Enum.valueOf(names, text(decoder));
                } catch (IllegalArgumentException e) {
                    throw decoder.createDeserializationException("one of the names expected", null);
                }
            };
        }
    }

    @Singleton
    @Primary
    static final class OfInteger implements Deserializer<Integer> {
        @Override
        public Integer deserialize(Decoder decoder, DecoderContext context, Argument<? super Integer> type)
                throws IOException {
            return Math.toIntExact(whole(decoder, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }

        @Override
        public @Nullable Integer getDefaultValue(DecoderContext context, Argument<? super Integer> type) {
            return type.isPrimitive() ? 0 : null;
        }
    }

    @Singleton
    @Primary
    static final class OfLong implements Deserializer<Long> {
        @Override
        public Long deserialize(Decoder decoder, DecoderContext context, Argument<? super Long> type)
                throws IOException {
            return whole(decoder, Long.MIN_VALUE, Long.MAX_VALUE);
        }

        @Override
        public @Nullable Long getDefaultValue(DecoderContext context, Argument<? super Long> type) {
            return type.isPrimitive() ? 0L : null;
        }
    }

    @Singleton
    @Primary
    static final class OfBoolean implements Deserializer<Boolean> {
        @Override
        public Boolean deserialize(Decoder decoder, DecoderContext context, Argument<? super Boolean> type)
                throws IOException {
            JsonNode written = decoder.decodeNode();
            if (!written.isBoolean()) {
                throw decoder.createDeserializationException("true or false expected", null);
            }
            return written.getBooleanValue();
        }

        @Override
        public @Nullable Boolean getDefaultValue(DecoderContext context, Argument<? super Boolean> type) {
            return type.isPrimitive() ? false : null;
        }
    }

    /** A day, {@code 2026-06-30}. */
    @Singleton
    @Primary
    static final class OfLocalDate implements Deserializer<LocalDate> {
        @Override
        public LocalDate deserialize(Decoder decoder, DecoderContext context, Argument<? super LocalDate> type)
                throws IOException {
            return iso(decoder, LocalDate::parse);
        }
    }

    /** An instant with the offset of a zone, {@code 2026-06-30T18:00:00+08:00}. */
    @Singleton
    @Primary
    static final class OfOffsetDateTime implements Deserializer<OffsetDateTime> {
        @Override
        public OffsetDateTime deserialize(
                Decoder decoder, DecoderContext context, Argument<? super OffsetDateTime> type) throws IOException {
            return iso(decoder, OffsetDateTime::parse);
        }
    }

    /** An instant, {@code 2026-06-30T10:00:00Z}. */
    @Singleton
    @Primary
    static final class OfInstant implements Deserializer<Instant> {
        @Override
        public Instant deserialize(Decoder decoder, DecoderContext context, Argument<? super Instant> type)
                throws IOException {
            return iso(decoder, Instant::parse);
        }
    }

    private static String text(Decoder decoder) throws IOException {
        JsonNode written = decoder.decodeNode();
        if (!written.isString()) {
            throw decoder.createDeserializationException("a text expected", null);
        }
        return written.getStringValue();
    }

    private static <T> T iso(Decoder decoder, Function<String, T> parse) throws IOException {
        try {
            return parse.apply(text(decoder));
        } catch (DateTimeException e) {
            throw decoder.createDeserializationException("a date in ISO 8601 expected", null);
        }
    }

    private static long whole(Decoder decoder, long least, long most) throws IOException {
        JsonNode written = decoder.decodeNode();
        boolean exact = written.isNumber()
                && (written.getNumberValue() instanceof Integer || written.getNumberValue() instanceof Long)
                && written.getLongValue() >= least
                && written.getLongValue() <= most;
        if (!exact) {
            throw decoder.createDeserializationException("a whole number expected", null);
        }
        return written.getLongValue();
    }
}
