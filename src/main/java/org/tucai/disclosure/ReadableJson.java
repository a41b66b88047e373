package org.tucai.disclosure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.tucai.platform.web.StoredJson;

/** JSON as the API answers it, indented for people. */
@Singleton
class ReadableJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final StoredJson json;

    ReadableJson(StoredJson json) {
        this.json = json;
    }

    byte[] write(Object value) throws IOException {
        ByteArrayOutputStream indented = new ByteArrayOutputStream();
        try (JsonParser parser = FACTORY.createParser(json.write(value));
                JsonGenerator generator = FACTORY.createGenerator(indented)) {
            generator.useDefaultPrettyPrinter();
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        }
        return indented.toByteArray();
    }
}
