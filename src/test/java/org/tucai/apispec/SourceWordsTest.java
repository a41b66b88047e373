package org.tucai.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceWordsTest {
    private static final String OUTER = """
            class Outer {
                /**
                 * A view.
                 *
                 * @param fee what is paid,
                 *     {@code 0} for 免费
                 * @param name written by hand
                 */
                record View(Money fee, String name, Money bare) {}

                /** A choice. */
                enum Choice {
                    /** 是: it is so. */
                    YES,
                    NO;
                    /** No constant. */
                    private final String zh = "";
                }
            }
            """;

    @TempDir
    Path sources;

    @Test
    void whatIsSaidOfAFieldIsKeptWhereItsTypeIsASchemaOfItsOwn() throws IOException {
        ObjectNode schemas = schemas("""
                {"Outer.View": {"properties": {
                    "fee": {"$ref": "#/Money"}, "name": {"description": "kept"}, "bare": {"$ref": "#/Money"}}}}""");

        SourceWords.read(write(OUTER)).addTo(schemas);

        assertThat(schemas).isEqualTo(schemas("""
                {"Outer.View": {"properties": {
                    "fee": {"description": "what is paid, `0` for 免费", "allOf": [{"$ref": "#/Money"}]},
                    "name": {"description": "kept"}, "bare": {"$ref": "#/Money"}}}}"""));
    }

    @Test
    void constantsAreExplainedBelowTheirEnum() throws IOException {
        ObjectNode schemas = schemas("""
                {"Outer.Choice": {"description": "A choice.", "enum": ["YES", "NO"]}}""");

        SourceWords.read(write(OUTER)).addTo(schemas);

        assertThat(schemas.at("/Outer.Choice/description").asText()).isEqualTo("A choice.\n\n- `YES`: 是: it is so.");
    }

    @ParameterizedTest
    @CsvSource({"FIRST,of one package.", "THIRD,of another."})
    void ofTwoTypesOfOneNameTheOneWithTheseMembersIsMeant(String constant, String words) throws IOException {
        write("enum Kind { /** of another. */ THIRD }");
        Files.createDirectory(sources.resolve("other"));
        Files.writeString(sources.resolve("other/Kind.java"), "enum Kind { /** of one package. */ FIRST, SECOND }");
        ObjectNode schemas = schemas("{\"Kind\": {\"description\": \"A kind.\", \"enum\": [\"" + constant + "\"]}}");

        SourceWords.read(sources).addTo(schemas);

        assertThat(schemas.at("/Kind/description").asText()).isEqualTo("A kind.\n\n- `" + constant + "`: " + words);
    }

    private Path write(String source) throws IOException {
        Files.writeString(sources.resolve("Outer.java"), source);
        return sources;
    }

    private static ObjectNode schemas(String json) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }
}
