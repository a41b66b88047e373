package org.tucai.platform.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.SerdeRegistry;
import io.micronaut.serde.config.DeserializationConfiguration;
import io.micronaut.serde.config.SerdeConfiguration;
import io.micronaut.serde.config.SerializationConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as one whole, well-formed document. By itself the framework stops after the first value: of {@code {"amountMinor": 1}00} it
 * takes the 1, of two concatenated bodies the first. It also skips what it does not need without checking it, such as bytes in another
 * encoding or a bare line break in a field that is no text.
 *
 * <p>Bodies of requests may not have unknown fields: a misspelt {@code makeUpOpensAt} would silently give a campaign without a second window.
 * The authority's messages and stored rows may have more fields than this version knows.
 */
@Singleton
class WholeJson implements BeanCreatedEventListener<ObjectMapper> {
    @Override
    public ObjectMapper onCreated(BeanCreatedEvent<ObjectMapper> event) {
        ObjectMapper framework = event.getBean();
        return new Mapper(framework, framework.cloneWithConfiguration(null, null, new KnownFieldsOnly()));
    }

    /** The framework's own mapper, for JSON that needs no such checks. */
    static JsonMapper trusting(JsonMapper json) {
        return json instanceof Mapper whole ? whole.framework() : json;
    }

    private record KnownFieldsOnly() implements DeserializationConfiguration {
        @Override
        public boolean isIgnoreUnknown() {
            return false;
        }

        @Override
        public int getArraySizeThreshold() {
            return 100; // as the framework has it
        }

        @Override
        public boolean isStrictNullable() {
            return false;
        }
    }

    /**
     * The framework's own, for whole documents only.
     *
     * @param forBodies the same for bodies of requests
     */
    private record Mapper(ObjectMapper framework, ObjectMapper forBodies) implements ObjectMapper {
        private static final JsonFactory JSON = new JsonFactory();

        private static byte[] whole(byte[] bytes) throws IOException {
            try (JsonParser parser = JSON.createParser(bytes)) {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(java.nio.ByteBuffer.wrap(bytes)); // the parser lets some pass
                JsonToken first = parser.nextToken();
                if (first != null && first.isStructStart()) {
                    parser.skipChildren();
                }
                if (first != null && parser.nextToken() != null) {
                    throw new JsonSyntaxException("there is something after the document");
                }
            } catch (JsonProcessingException | CharacterCodingException e) {
                throw new JsonSyntaxException(e);
            }
            return bytes;
        }

        private static ObjectMapper whole(JsonMapper specific) {
            return new Mapper((ObjectMapper) specific, (ObjectMapper) specific);
        }

        @Override
        public <T> T readValue(InputStream stream, Argument<T> type) throws IOException {
            return framework.readValue(whole(stream.readAllBytes()), type);
        }

        @Override
        public <T> T readValue(byte[] bytes, Argument<T> type) throws IOException {
            return framework.readValue(whole(bytes), type);
        }

        /** Of the three this is the one by which the framework reads bodies; nobody else has such buffers. */
        @Override
        public <T> T readValue(ByteBuffer<?> buffer, Argument<T> type) throws IOException {
            return forBodies.readValue(whole(buffer.toByteArray()), type);
        }

        @Override
        public JsonMapper createSpecific(Argument<?> type) {
            return whole(framework.createSpecific(type));
        }

        @Override
        public JsonMapper cloneWithViewClass(Class<?> view) {
            return whole(framework.cloneWithViewClass(view));
        }

        @Override
        public ObjectMapper cloneWithConfiguration(
                @Nullable SerdeConfiguration configuration,
                @Nullable SerializationConfiguration serialization,
                @Nullable DeserializationConfiguration deserialization) {
            return whole(framework.cloneWithConfiguration(configuration, serialization, deserialization));
        }

        @Override
        public SerdeRegistry getSerdeRegistry() {
            return framework.getSerdeRegistry();
        }

        @Override
        public <T> T readValueFromTree(JsonNode tree, Argument<T> type) throws IOException {
            return framework.readValueFromTree(tree, type);
        }

        @Override
        public JsonNode writeValueToTree(@Nullable Object value) throws IOException {
            return framework.writeValueToTree(value);
        }

        @Override
        public <T> JsonNode writeValueToTree(Argument<T> type, @Nullable T value) throws IOException {
            return framework.writeValueToTree(type, value);
        }

        @Override
        public void writeValue(OutputStream out, @Nullable Object value) throws IOException {
            framework.writeValue(out, value);
        }

        @Override
        public <T> void writeValue(OutputStream out, Argument<T> type, @Nullable T value) throws IOException {
            framework.writeValue(out, type, value);
        }

        @Override
        public byte[] writeValueAsBytes(@Nullable Object value) throws IOException {
            return framework.writeValueAsBytes(value);
        }

        @Override
        public <T> byte[] writeValueAsBytes(Argument<T> type, @Nullable T value) throws IOException {
            return framework.writeValueAsBytes(type, value);
        }

        @Override
        public JsonStreamConfig getStreamConfig() {
            return framework.getStreamConfig();
        }
    }
}
