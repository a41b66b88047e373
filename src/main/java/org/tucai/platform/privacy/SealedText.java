package org.tucai.platform.privacy;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The converter of columns with text about a person, such as what a reviewer wrote: sealed on its way into the database, opened on its way
 * out. Otherwise the text would stay readable in the database's logs and backups long after its row has lost it.
 *
 * <p>Text stored before its column was sealed is read as it is; it goes when its capture is forgotten. Text that does not open, because it
 * is damaged or its key is missing, is left out: one damaged row must not keep anybody from all the others.
 */
@Singleton
public class SealedText implements AttributeConverter<@Nullable String, @Nullable String> {
    private static final Logger LOG = LoggerFactory.getLogger(SealedText.class);
    private static final String CONTEXT = "sealed-text";

    /** Begins sealed text. No client can write it, because control characters are refused. */
    private static final String MARK = "\u0001sealed:";

    private final Vault vault;

    SealedText(Vault vault) {
        this.vault = vault;
    }

    @Override
    public @Nullable String convertToPersistedValue(@Nullable String text, ConversionContext context) {
        return text == null ? null : MARK + vault.sealText(text, CONTEXT);
    }

    @Override
    public @Nullable String convertToEntityValue(@Nullable String stored, ConversionContext context) {
        if (stored == null || !stored.startsWith(MARK)) {
            return stored;
        }
        try {
            return vault.openText(stored.substring(MARK.length()), CONTEXT);
        } catch (SealBrokenException e) {
            LOG.warn("A text cannot be read, and is left out: {}", e.getMessage());
            return null;
        }
    }
}
