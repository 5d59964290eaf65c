package org.scimsuite.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.JsonLimits;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.workbench.conformance.Requirement;

class ResourceReaderTest {

    private static final ResourceReader READER = new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT);

    @TestFactory
    Stream<DynamicTest> create() {
        return Corpus.tests(Corpus.read("read/create.json"), "title", ResourceReaderTest::check);
    }

    private static void check(JsonNode each) {
        byte[] body = each.has("raw")
                ? each.get("raw").asText().getBytes(StandardCharsets.UTF_8)
                : Corpus.bytes(each.get("body"));
        if (each.has("error")) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> READER.readForCreate(body, new Notes()))
                    .satisfies(
                            e -> assertThat(e.error().scimType().orElseThrow().word())
                                    .isEqualTo(each.get("error").asText()))
                    .withMessageContaining(each.get("detail").asText());
            return;
        }
        Notes notes = new Notes();
        assertThat(json(READER.readForCreate(body, notes))).isEqualTo(each.get("reads"));
        assertThat(notes.all()).isEqualTo(Corpus.notes(each));
        Notes strict = new Notes(Dialect.STRICT);
        if (each.has("strict")) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> READER.readForCreate(body, strict))
                    .withMessageContaining(each.get("strict").asText());
        } else {
            JsonNode reads = each.has("strictReads") ? each.get("strictReads") : each.get("reads");
            assertThat(json(READER.readForCreate(body, strict))).isEqualTo(reads);
        }
    }

    private static JsonNode json(ScimResource resource) {
        ObjectNode json = (ObjectNode) Corpus.parse(ResourceWriter.write(resource, Projection.all(CoreSchemas.user())));
        json.remove("schemas");
        return json;
    }

    @Test
    void readStoredWhenItIsTheFullUserOfTheRfcThenWritesTheSame() {
        ObjectNode expected = (ObjectNode) Corpus.read("rfc/user-full.json");
        ScimResource user = READER.readStored(expected.toString());
        expected.remove("password");
        assertThat(Corpus.parse(ResourceWriter.write(user, Projection.all(CoreSchemas.user()))))
                .isEqualTo(expected);
        assertThat(user.text("password")).contains("t1meMa$heen");
        assertThat(user.primaryText("emails")).contains("bjensen@example.com");
        assertThat(user.bool("active")).contains(true);
        assertThat(user.text("name.givenName")).contains("Barbara");
    }

    @Test
    void readStoredWhenItIsTheEnterpriseUserOfTheRfcThenWritesTheSame() {
        JsonNode expected = Corpus.read("rfc/user-enterprise.json");
        ScimResource user = READER.readStored(expected.toString());
        assertThat(Corpus.parse(ResourceWriter.write(user, Projection.all(CoreSchemas.user()))))
                .isEqualTo(expected);
        assertThat(user.text("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName"))
                .contains("John Smith");
    }

    @Test
    void writeStoredWhenReadAgainThenHasAllButWhatTheServerSetsAndSecrets() {
        ScimResource user = READER.readStored(Corpus.read("rfc/user-full.json").toString());
        ScimResource again = READER.readStored(ResourceWriter.writeStored(user));
        assertThat(again)
                .isEqualTo(user.without("id").without("meta").without("groups").without("password"));
    }

    @Test
    void readStoredWhenBlankThenIsEmptyAndWhenBrokenThenIsOurFault() {
        assertThat(READER.readStored("")).isEqualTo(ScimResource.empty(CoreSchemas.user()));
        assertThatIllegalStateException().isThrownBy(() -> READER.readStored("{"));
    }

    @Test
    @Requirement({"C337", "C339", "C340", "C347"})
    void readForReplaceWhenAttributesAreLeftOutThenClearsThemButKeepsWhatTheServerSets() {
        ScimResource current =
                READER.readStored(Corpus.read("rfc/user-enterprise.json").toString());
        ScimResource read = READER.readForReplace(
                bytes("{\"userName\":\"bjensen\",\"id\":\"other\",\"meta\":{\"version\":\"x\"}}"),
                current,
                new Notes());
        assertThat(read.text("userName")).contains("bjensen");
        assertThat(read.id()).isEqualTo(current.id());
        assertThat(read.get("meta")).isEqualTo(current.get("meta"));
        assertThat(read.get("title")).isEmpty();
        assertThat(read.schemas()).containsExactly("urn:ietf:params:scim:schemas:core:2.0:User");
    }

    @Test
    @Requirement("C348")
    void readForReplaceWhenBodyIsWhatWasShownThenChangesNothing() {
        for (String file : new String[] {"rfc/user-full.json", "rfc/user-enterprise.json"}) {
            ScimResource current =
                    READER.readStored(Corpus.read(file).toString()).without("password");
            byte[] shown = ResourceWriter.write(current, Projection.all(CoreSchemas.user()));
            assertThat(READER.readForReplace(shown, current, new Notes(Dialect.STRICT)))
                    .isEqualTo(current);
        }
    }

    @Test
    void readForReplaceWhenManagerIsAnotherThenHisNameDoesNotStay() {
        String manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
        ScimResource current =
                READER.readStored(Corpus.read("rfc/user-enterprise.json").toString());
        String id = current.text(manager + ".value").orElseThrow();
        String body =
                "{\"userName\":\"b\",\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"manager\":{\"value\":\"%s\"}}}";
        assertThat(READER.readForReplace(bytes(body.formatted(id)), current, new Notes())
                        .text(manager + ".displayName"))
                .contains("John Smith");
        assertThat(READER.readForReplace(bytes(body.formatted("other")), current, new Notes())
                        .text(manager + ".displayName"))
                .isEmpty();
    }

    @Test
    @Requirement({"C119", "C343"})
    void readForReplaceWhenUserNameIsMissingThenIsRefused() {
        ScimResource current = READER.readStored("{\"userName\":\"ana\"}");
        assertThatThrownBy(() -> READER.readForReplace(bytes("{\"title\":\"x\"}"), current, new Notes()))
                .hasMessageContaining("userName is required");
    }

    @Test
    @Requirement("C121")
    void readWhenAttributeIsUnknownThenFollowsThePolicy() {
        byte[] body = bytes("{\"userName\":\"ana\",\"shoeSize\":42,\"name\":{\"nothing\":1}}");
        Notes notes = new Notes();
        assertThat(json(READER.readForCreate(body, notes))).hasToString("{\"userName\":\"ana\"}");
        assertThat(notes.all()).contains("An attribute that this server does not know was left out.");
        ResourceReader refusing =
                new ResourceReader(CoreSchemas.user(), new ReadOptions(UnknownAttributes.REFUSE, JsonLimits.DEFAULT));
        assertThatThrownBy(() -> refusing.readForCreate(body, new Notes()))
                .hasMessage("shoeSize is not an attribute that this server knows; "
                        + "name.nothing is not an attribute that this server knows.");
    }

    @Test
    @Requirement("C024")
    void readWhenBodyExceedsALimitThenIsRefused() {
        ResourceReader small = new ResourceReader(
                CoreSchemas.user(), new ReadOptions(UnknownAttributes.IGNORE, new JsonLimits(4, 20, 30)));
        assertThatThrownBy(() -> small.readForCreate(bytes("{\"x\":[[[[1]]]]}"), new Notes()))
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> small.readForCreate(bytes("{\"x\":\"" + "y".repeat(21) + "\"}"), new Notes()))
                .hasMessageContaining("too long a text");
        assertThatThrownBy(() -> small.readForCreate(bytes("{\"x\":[" + "1,".repeat(30) + "1]}"), new Notes()))
                .hasMessageContaining("too many elements");
        assertThat(small.readForCreate(bytes("{\"userName\":\"ana\",\"x\":[[[1]]]}"), new Notes()))
                .isNotNull();
    }

    @Test
    @Requirement("C467")
    void readWhenBodyIsWrongThenErrorNeverRepeatsValues() {
        for (String body : new String[] {
            "{\"password\": s3cret}", "{\"password\": [\"s3cret\"]}", "{\"title\":5,\"password\":\"s3cret\"}"
        }) {
            assertThatThrownBy(() -> READER.readForCreate(bytes(body), new Notes()))
                    .as(body)
                    .isInstanceOf(ScimException.class)
                    .hasMessageNotContaining("s3cret");
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
