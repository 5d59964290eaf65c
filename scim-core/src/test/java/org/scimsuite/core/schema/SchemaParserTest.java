package org.scimsuite.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.workbench.conformance.Requirement;

class SchemaParserTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "https://jira.acme.test/scim/v2";

    static Stream<SchemaDefinition> schemas() {
        return Stream.concat(
                new SchemaRegistry(CoreSchemas.types()).schemas().stream(), Stream.of(AllTypes.THING.schema()));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    @Requirement({"C186", "C187", "C188"})
    void parseWhenTheDocumentIsOneOfOursThenTheSameDocumentIsWritten(SchemaDefinition schema) throws IOException {
        JsonNode document = withoutUniqueness(JSON.readTree(SchemaDocuments.schema(schema, BASE)));

        SchemaDefinition parsed = SchemaParser.parse(document);

        assertThat(JSON.readTree(SchemaDocuments.schema(parsed, BASE))).isEqualTo(document);
    }

    @Test
    void parseWhenCharacteristicsAreLeftOutThenTheDefaultsOfTheRfcHold() throws IOException {
        SchemaDefinition schema = parse("{'name':'badge'}");

        AttributeDefinition badge = schema.attribute("BADGE").orElseThrow();
        assertThat(badge.type()).isEqualTo(AttributeType.STRING);
        assertThat(badge.multiValued()).isFalse();
        assertThat(badge.required()).isFalse();
        assertThat(badge.caseExact()).isFalse();
        assertThat(badge.mutability()).isEqualTo(Mutability.READ_WRITE);
        assertThat(badge.returned()).isEqualTo(Returned.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'1st'}                                     | attributes[0].name",
                "{'name':''}                                        | attributes[0].name",
                "{'type':'string'}                                  | attributes[0].name",
                "{'name':'a','type':'text'}                         | attributes[0].type",
                "{'name':'a','multiValued':'yes'}                   | attributes[0].multiValued",
                "{'name':'a','mutability':'never'}                  | attributes[0].mutability",
                "{'name':'a','returned':'maybe'}                    | attributes[0].returned",
                "{'name':'a','uniqueness':'server'}                 | attributes[0].uniqueness",
                "{'name':'a','canonicalValues':'x'}                 | attributes[0].canonicalValues",
                "{'name':'a','canonicalValues':[1]}                 | attributes[0].canonicalValues",
                "{'name':'a','type':'complex'}                      | attributes[0].subAttributes",
                "{'name':'a','subAttributes':[{'name':'b'}]}        | attributes[0].subAttributes",
                "{'name':'a'},{'name':'A'}                          | attributes[1].name",
                "{'name':'a','type':'complex','subAttributes':[{'name':'b','type':'complex'}]}"
                        + " | attributes[0].subAttributes[0].type",
            })
    @Requirement({"C080", "C093"})
    void parseWhenAnAttributeIsWrongThenTheProblemNamesItsPlace(String attribute, String place) {
        assertThatThrownBy(() -> parse(attribute))
                .isInstanceOfSatisfying(InvalidSchemaException.class, e -> assertThat(e.problems())
                        .extracting(InvalidSchemaException.Problem::place)
                        .contains(place));
    }

    @ParameterizedTest
    @CsvSource({"acme", "http://acme.test/schema", "urn:", "urn:acme", "''"})
    void parseWhenTheIdIsNoUrnThenItIsRefused(String id) {
        assertThatThrownBy(() -> SchemaParser.parse(
                        JSON.readTree(document("{'name':'a'}").replace("urn:acme:1.0:User", id))))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("URN");
    }

    @Test
    void parseWhenThereAreTooManyAttributesThenItIsRefused() {
        String attributes = IntStream.rangeClosed(0, SchemaParser.MAX_ATTRIBUTES)
                .mapToObj(index -> "{'name':'a" + index + "'}")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> parse(attributes)).isInstanceOf(InvalidSchemaException.class);
    }

    private static SchemaDefinition parse(String attributes) throws IOException {
        return SchemaParser.parse(JSON.readTree(document(attributes)));
    }

    private static String document(String attributes) {
        return ("{'id':'urn:acme:1.0:User','name':'Acme','attributes':[" + attributes + "]}").replace('\'', '"');
    }

    /** The one thing that documents of the RFC may say and those of an administrator may not. */
    private static JsonNode withoutUniqueness(JsonNode document) throws IOException {
        return JSON.readTree(document.toString()
                .replace("\"uniqueness\":\"server\"", "\"uniqueness\":\"none\"")
                .replace("\"uniqueness\":\"global\"", "\"uniqueness\":\"none\""));
    }
}
