package org.scimsuite.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;

/** Paths with a value filter; those without are tested with the mappings that use them. */
class SourcePathTest {

    private static final ScimResource JANE = user(
            "{\"userName\":\"jane\",\"title\":\"Boss\",\"emails\":["
                    + "{\"value\":\"home@acme.test\",\"type\":\"home\",\"primary\":true},"
                    + "{\"value\":\"old@acme.test\",\"type\":\"work\"},"
                    + "{\"value\":\"curly}@acme.test\",\"type\":\"other\"}],"
                    + "\"addresses\":[{\"type\":\"work\",\"locality\":\"Graz\"},{\"type\":\"home\",\"locality\":\"Linz\"}],"
                    + "\"phoneNumbers\":[{\"value\":\"1\",\"type\":\"work\"},{\"value\":\"2\",\"type\":\"work\",\"primary\":true}]}");

    private static ScimResource user(String json) {
        return new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT).readStored(json);
    }

    private static SourcePath path(String text) {
        return SourcePath.of(text, CoreSchemas.user());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emails[type eq \"work\"].value | old@acme.test",
                "emails[type eq \"WORK\"] | old@acme.test",
                "emails[not (type eq \"work\")].value | home@acme.test",
                "emails[type eq \"other\" and value co \"}\"].value | curly}@acme.test",
                "emails[type eq \"work\"].type | work",
                "addresses[type eq \"home\"].locality | Linz",
                "phoneNumbers[type eq \"work\"].value | 2",
                "urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq \"work\"].value | old@acme.test"
            })
    void readWhenThePathHasAFilterThenThePrimaryOrFirstValueThatItIsTrueFor(String path, String expected) {
        assertThat(path(path).read(JANE)).contains(expected);
    }

    @Test
    void readWhenTheFilterIsTrueForNothingThenThereIsNoValue() {
        assertThat(path("emails[type eq \"pager\"].value").read(JANE)).isEmpty();
        assertThat(path("ims[type eq \"xmpp\"].value").read(JANE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emails[type eq \"work\" | position",
                "emails[type like \"work\"].value | position",
                "emails[nothing pr].value | not a sub-attribute",
                "emails[type eq \"work\"].nothing | no attribute",
                "nothing[type eq \"work\"].value | no attribute",
                "title[value pr] | single value",
                "addresses[type eq \"work\"] | several parts",
                "groups[type eq \"direct\"].value | the server's own"
            })
    void pathWhenItCannotBeUsedThenRefusedWithTheReason(String path, String reason) {
        assertThatThrownBy(() -> path(path))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void writeWhenAValueIsMeantThenOnlyThatOneIsReplaced() {
        SourcePath work = path("emails[type eq \"work\"].value");

        ScimResource changed = work.write(JANE, "new@acme.test");

        assertThat(work.read(changed)).contains("new@acme.test");
        assertThat(path("emails").read(changed)).contains("home@acme.test");
        assertThat(ResourceWriter.writeStored(changed))
                .isEqualTo(ResourceWriter.writeStored(JANE).replace("old@acme.test", "new@acme.test"));
        assertThat(work.read(work.write(JANE, ""))).isEmpty();
    }

    @Test
    void writeWhenNothingIsMeantThenTheFilterDescribesTheNewValueOrNothingIsChanged() {
        SourcePath pager = path("phoneNumbers[type eq \"pager\"].value");

        assertThat(pager.read(pager.write(JANE, "3"))).contains("3");
        assertThat(path("phoneNumbers[not (type eq \"work\")].value").write(JANE, "3"))
                .isEqualTo(JANE);
    }

    @Test
    void toStringThenThePathCanBeReadAgain() {
        SourcePath work = path("EMAILS[Type eq \"work\"]");

        assertThat(path(work.toString()).read(JANE)).isEqualTo(Optional.of("old@acme.test"));
    }
}
