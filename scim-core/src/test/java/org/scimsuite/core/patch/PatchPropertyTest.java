package org.scimsuite.core.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.scimsuite.core.corpus.Corpus;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.ResourceType;

/** PATCH beside {@link PatchModel}, which is slow and follows the sentences of the RFC one by one. */
class PatchPropertyTest {

    private static final ResourceType USER = CoreSchemas.user();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 2000)
    void aPatchDoesWhatTheModelDoes(
            @ForAll("users") ObjectNode user, @ForAll("operations") List<PatchModel.Step> steps) {
        ScimResource before = read(user);
        Optional<ObjectNode> expected = PatchModel.apply(user, steps);

        Optional<PatchResult> actual = apply(before, steps);

        assertThat(actual.map(PatchPropertyTest::written)).isEqualTo(expected.map(model -> written(read(model))));
        actual.ifPresent(result ->
                assertThat(result.changed()).isEqualTo(!written(result).equals(written(before))));
    }

    @Property(tries = 500)
    void thePatchedResourceItselfStaysAsItWas(
            @ForAll("users") ObjectNode user, @ForAll("operations") List<PatchModel.Step> steps) {
        ScimResource before = read(user);

        apply(before, steps);

        assertThat(before).isEqualTo(read(user));
    }

    @Property(tries = 500)
    void replacingTwiceChangesNothingMore(
            @ForAll("users") ObjectNode user, @ForAll("replacements") PatchModel.Step step) {
        Optional<PatchResult> once = apply(read(user), List.of(step));
        Optional<PatchResult> twice = once.flatMap(first -> apply(first.resource(), List.of(step)));

        assertThat(twice.map(PatchResult::changed).orElse(false)).isFalse();
    }

    private static Optional<PatchResult> apply(ScimResource user, List<PatchModel.Step> steps) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("schemas").add(PatchReader.PATCH_OP_URI);
        ArrayNode operations = body.putArray("Operations");
        steps.forEach(step -> operations.add(step.json()));
        Notes notes = new Notes(Dialect.STRICT);
        try {
            return Optional.of(PatchApplier.apply(user, PatchReader.read(Corpus.bytes(body), USER, notes), notes));
        } catch (ScimException e) {
            assertThat(e.error().status()).isEqualTo(400);
            return Optional.empty();
        }
    }

    private static JsonNode written(PatchResult result) {
        return written(result.resource());
    }

    private static JsonNode written(ScimResource resource) {
        return Corpus.parse(ResourceWriter.write(resource, Projection.all(USER)));
    }

    private static ScimResource read(ObjectNode user) {
        return new ResourceReader(USER, ReadOptions.DEFAULT).readForCreate(Corpus.bytes(user), new Notes());
    }

    @Provide
    Arbitrary<ObjectNode> users() {
        return Combinators.combine(values(), values().optional(0.5), emails().optional(0.7))
                .as((userName, givenName, emails) -> {
                    ObjectNode user = JSON.createObjectNode();
                    user.putArray("schemas").add(USER.schema().id());
                    user.put("userName", userName);
                    givenName.ifPresent(given -> user.putObject("name").put("givenName", given));
                    emails.ifPresent(list -> user.set("emails", list));
                    return user;
                });
    }

    /** Each with another value, so that two of them are never the same. */
    private static Arbitrary<ArrayNode> emails() {
        return Arbitraries.of("work", "home").list().ofMinSize(1).ofMaxSize(3).map(types -> {
            ArrayNode emails = JSON.createArrayNode();
            for (String type : types) {
                emails.addObject().put("value", emails.size() + "@example.com").put("type", type);
            }
            return emails;
        });
    }

    private static Arbitrary<String> values() {
        return Arbitraries.of("one", "two", "three");
    }

    @Provide
    Arbitrary<List<PatchModel.Step>> operations() {
        return Arbitraries.oneOf(replacements(), additions(), removals())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<PatchModel.Step> replacements() {
        return Arbitraries.oneOf(
                Combinators.combine(textPaths(), values())
                        .as((path, value) -> PatchModel.Step.of(
                                "replace", path, JSON.getNodeFactory().textNode(value))),
                emails().map(list -> PatchModel.Step.of("replace", "emails", list)),
                Combinators.combine(Arbitraries.of("work", "home"), values())
                        .as((type, value) -> PatchModel.Step.of(
                                "replace",
                                "emails[type eq \"" + type + "\"].display",
                                JSON.getNodeFactory().textNode(value))));
    }

    private static Arbitrary<PatchModel.Step> additions() {
        return Arbitraries.oneOf(
                Combinators.combine(textPaths(), values())
                        .as((path, value) -> PatchModel.Step.of(
                                "add", path, JSON.getNodeFactory().textNode(value))),
                emails().map(list -> PatchModel.Step.of("add", "emails", list)));
    }

    private static Arbitrary<PatchModel.Step> removals() {
        return Arbitraries.of(
                        "nickName",
                        "userName",
                        "name",
                        "name.givenName",
                        "emails",
                        "emails[type eq \"work\"]",
                        "emails[type eq \"home\"]",
                        "emails[type eq \"work\"].display")
                .map(path -> PatchModel.Step.of("remove", path, JSON.nullNode()));
    }

    private static Arbitrary<String> textPaths() {
        return Arbitraries.of("userName", "nickName", "name.givenName", "name.familyName");
    }
}
