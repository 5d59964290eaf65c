package org.scimsuite.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.workbench.conformance.Requirement;

class SchemaDocumentsTest {

    private static final String BASE = "https://scim.test/v2";

    @Test
    @Requirement("C186")
    void schemaWhenWrittenThenHasIdentityAndLocation() {
        JsonNode json = user();
        assertThat(json.get("schemas")).hasToString("[\"urn:ietf:params:scim:schemas:core:2.0:Schema\"]");
        assertThat(json.get("id").asText()).isEqualTo("urn:ietf:params:scim:schemas:core:2.0:User");
        assertThat(json.get("name").asText()).isEqualTo("User");
        assertThat(json.at("/meta/resourceType").asText()).isEqualTo("Schema");
        assertThat(json.at("/meta/location").asText())
                .isEqualTo(BASE + "/Schemas/" + json.get("id").asText());
    }

    /** Name → the characteristics that differ from the default, as RFC 7643 §8.7.1 has them. */
    @TestFactory
    @Requirement({"C187", "C188", "C189"})
    Stream<DynamicTest> characteristics() {
        return Corpus.read("schema/characteristics.json").properties().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    TreeMap<String, String> actual = new TreeMap<>();
                    SchemaDefinition schema = schema(entry.getKey());
                    collect("", document(schema).get("attributes"), actual);
                    TreeMap<String, String> expected = new TreeMap<>();
                    entry.getValue()
                            .properties()
                            .forEach(line ->
                                    expected.put(line.getKey(), line.getValue().asText()));
                    assertThat(actual).isEqualTo(expected);
                }));
    }

    private static void collect(String prefix, JsonNode attributes, Map<String, String> lines) {
        for (JsonNode attribute : attributes) {
            assertThat(attribute.properties().stream().map(Map.Entry::getKey))
                    .contains(
                            "name",
                            "type",
                            "multiValued",
                            "description",
                            "required",
                            "caseExact",
                            "mutability",
                            "returned",
                            "uniqueness");
            String name = prefix + attribute.get("name").asText();
            List<String> words = new ArrayList<>(List.of(attribute.get("type").asText()));
            for (String flag : List.of("multiValued", "required", "caseExact")) {
                if (attribute.get(flag).asBoolean()) {
                    words.add(flag);
                }
            }
            for (String word : List.of("mutability", "returned", "uniqueness")) {
                String value = attribute.get(word).asText();
                if (!Set.of("readWrite", "default", "none").contains(value)) {
                    words.add(value);
                }
            }
            lines.put(name, String.join(" ", words));
            assertThat(attribute.has("subAttributes"))
                    .isEqualTo(attribute.get("type").asText().equals("complex"));
            assertThat(attribute.has("referenceTypes"))
                    .isEqualTo(attribute.get("type").asText().equals("reference"));
            if (attribute.has("subAttributes")) {
                collect(name + ".", attribute.get("subAttributes"), lines);
            }
        }
    }

    @Test
    void schemaWhenAttributeHasCanonicalValuesThenListsThem() {
        JsonNode emails = attribute(user(), "emails");
        assertThat(attribute(emails, "type").get("canonicalValues")).hasToString("[\"work\",\"home\",\"other\"]");
        assertThat(attribute(emails, "value").has("canonicalValues")).isFalse();
    }

    private static JsonNode attribute(JsonNode parent, String name) {
        JsonNode attributes = parent.has("subAttributes") ? parent.get("subAttributes") : parent.get("attributes");
        for (JsonNode attribute : attributes) {
            if (attribute.get("name").asText().equals(name)) {
                return attribute;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    @Requirement({"C179", "C182"})
    void resourceTypeWhenWrittenThenNamesSchemaAndExtensions() {
        JsonNode json = Corpus.parse(SchemaDocuments.resourceType(CoreSchemas.user(), BASE));
        assertThat(json).isEqualTo(Corpus.read("schema/resource-type-user.json"));
    }

    @Test
    @Requirement("C184")
    void registryWhenAskedThenFindsSchemasInAnyCaseAndTypesExactly() {
        SchemaRegistry registry = new SchemaRegistry(List.of(CoreSchemas.user()));
        assertThat(registry.schemas())
                .extracting(SchemaDefinition::id)
                .containsExactly(
                        "urn:ietf:params:scim:schemas:core:2.0:User",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
        assertThat(registry.schema("URN:ietf:params:scim:schemas:core:2.0:USER"))
                .isPresent();
        assertThat(registry.schema("urn:nothing")).isEmpty();
        assertThat(registry.resourceType("User")).isPresent();
        assertThat(registry.resourceType("user")).isEmpty();
    }

    @Test
    @Requirement("C093")
    void schemasWhenAnAttributeIsComplexThenNoneOfItsPartsIs() {
        for (SchemaDefinition schema : new SchemaRegistry(List.of(CoreSchemas.user())).schemas()) {
            for (JsonNode attribute : document(schema).get("attributes")) {
                assertThat(attribute.path("subAttributes").findValuesAsText("type"))
                        .as(attribute.get("name").asText())
                        .doesNotContain("complex");
            }
        }
    }

    private static JsonNode user() {
        return document(CoreSchemas.user().schema());
    }

    private static JsonNode document(SchemaDefinition schema) {
        return Corpus.parse(SchemaDocuments.schema(schema, BASE));
    }

    private static SchemaDefinition schema(String id) {
        return new SchemaRegistry(List.of(CoreSchemas.user())).schema(id).orElseThrow();
    }
}
