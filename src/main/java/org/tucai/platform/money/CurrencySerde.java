package org.tucai.platform.money;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Currency;

/** Currencies as their ISO 4217 codes. */
@Singleton
class CurrencySerde implements Serde<Currency> {
    @Override
    public Currency deserialize(Decoder decoder, DecoderContext context, Argument<? super Currency> type)
            throws IOException {
        JsonNode written = decoder.decodeNode();
        try {
            if (written.isString()) {
                return Currency.getInstance(written.getStringValue());
            }
        } catch (IllegalArgumentException e) {
            // no currency has that code
        }
        throw decoder.createDeserializationException("a currency's code expected", null);
    }

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Currency> type, Currency value)
            throws IOException {
        encoder.encodeString(value.getCurrencyCode());
    }
}
