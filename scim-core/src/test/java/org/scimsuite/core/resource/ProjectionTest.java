package org.scimsuite.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.schema.CoreSchemas;

class ProjectionTest {

    private static final String USER = """
            {"id": "1", "externalId": "x", "userName": "ana", "password": "secret", "displayName": "Ana", "active": false,
             "name": {"formatted": "Ana Arns", "familyName": "Arns", "givenName": "Ana"},
             "emails": [{"value": "ana@acme.test", "type": "work", "primary": true}, {"type": "home"}],
             "groups": [{"value": "g"}],
             "meta": {"resourceType": "User", "created": "2026-01-31T08:00:00Z"},
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "R&D", "manager": {"value": "2"}}}
            """;

    private static final ScimResource RESOURCE =
            new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT).readStored(USER);

    @TestFactory
    Stream<DynamicTest> corpus() {
        return Corpus.tests(Corpus.read("projection.json"), "title", ProjectionTest::check);
    }

    private static void check(JsonNode each) {
        if (each.has("error")) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> projection(each))
                    .satisfies(e -> assertThat(e.error().scimType()).contains(ScimType.INVALID_VALUE))
                    .withMessageContaining(each.get("error").asText());
            return;
        }
        JsonNode written = Corpus.parse(ResourceWriter.write(RESOURCE, projection(each)));
        Set<String> expected = new TreeSet<>();
        each.get("shows").forEach(path -> expected.add(path.asText()));
        Set<String> actual = new TreeSet<>();
        collect("", written, actual);
        assertThat(actual).isEqualTo(expected);
    }

    private static Projection projection(JsonNode each) {
        return Projection.of(
                CoreSchemas.user(), Corpus.text(each, "attributes"), Corpus.text(each, "excludedAttributes"));
    }

    private static void collect(String path, JsonNode node, Set<String> paths) {
        if (node.isObject()) {
            assertThat(node).as("an object is never empty: %s", path).isNotEmpty();
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), paths));
        } else if (node.isArray()) {
            assertThat(node).as("a list is never empty: %s", path).isNotEmpty();
            node.forEach(element -> collect(path, element, paths));
        } else {
            paths.add(path);
        }
    }
}
