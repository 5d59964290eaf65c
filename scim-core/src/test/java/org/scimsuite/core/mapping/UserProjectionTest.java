package org.scimsuite.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimsuite.core.mapping.UserMapping.DirectoryField;
import org.scimsuite.core.mapping.UserMapping.Example;
import org.scimsuite.core.mapping.UserMapping.Rewriting;
import org.scimsuite.core.mapping.UserMapping.UserNameRule;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;

class UserProjectionTest {

    private static UserNameRule rule(String source, Rewriting rewriting, LetterCase letterCase, Example... examples) {
        return new UserNameRule(source, Optional.of(rewriting), letterCase, List.of(examples));
    }

    private static UserProjection compiled(UserNameRule rule) {
        return UserProjection.of(new UserMapping(rule, Map.of(), Map.of()), CoreSchemas.user());
    }

    private static void compileDisplayName(String template) {
        UserProjection.of(
                new UserMapping(UserNameRule.PLAIN, Map.of(DirectoryField.DISPLAY_NAME, List.of(template)), Map.of()),
                CoreSchemas.user());
    }

    @ParameterizedTest
    @CsvSource({"Jane@acme.com, jane", "JANE, jane", "jane@other.com, jane@other.com", "x.jane@acme.com, x.jane"})
    void nameWhenThePatternMatchesTheWholeValueThenRewrittenElseOnlyTheCaseIs(String userName, String expected) {
        UserProjection projection =
                compiled(rule("userName", new Rewriting("(.+)@acme\\.com", "$1"), LetterCase.LOWER));

        assertThat(projection.names().from(userName)).isEqualTo(expected);
    }

    @Test
    void ruleWhenAnExampleDoesNotComeOutThenRefusedWithBothNames() {
        assertThatThrownBy(() -> compiled(rule(
                        "userName",
                        new Rewriting("(.*)@.*", "$1"),
                        LetterCase.AS_IS,
                        new Example("bo@acme.com", "bo"),
                        new Example("Jane@acme.com", "jane"))))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContainingAll("\"Jane\"", "\"Jane@acme.com\"", "\"jane\"");
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, no attribute",
        "name, several parts",
        "groups, the server's own",
        "meta.created, the server's own",
        "password, secret"
    })
    void templateWhenTheAttributeCannotBeUsedThenRefused(String path, String reason) {
        assertThatThrownBy(() -> compileDisplayName("${" + path + "}"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContainingAll(path, reason);
        assertThatThrownBy(() -> compiled(rule(path, new Rewriting("(.*)", "$1"), LetterCase.AS_IS)))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContainingAll(path, reason);
    }

    @Test
    void templateWhenThePathHasAFilterThenFilledAndTheNextOneIsTriedWithout() {
        UserProjection projection = UserProjection.of(
                new UserMapping(
                        UserNameRule.PLAIN,
                        Map.of(
                                DirectoryField.EMAIL,
                                List.of(
                                        "${emails[type eq \"work\" and not (value co \"{\")].value}",
                                        "none@acme.test")),
                        Map.of()),
                CoreSchemas.user());

        assertThat(projection.profile(withEmail("work", "jane@acme.test")).email())
                .isEqualTo("jane@acme.test");
        assertThat(projection.profile(withEmail("home", "jane@acme.test")).email())
                .isEqualTo("none@acme.test");
        assertThat(projection.profile(withEmail("work", "{jane@acme.test")).email())
                .isEqualTo("none@acme.test");
    }

    private static ScimResource withEmail(String type, String value) {
        return new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT)
                .readStored(
                        "{\"userName\":\"jane\",\"emails\":[{\"type\":\"" + type + "\",\"value\":\"" + value + "\"}]}");
    }

    @Test
    void templateWhenTheBracesOfAPlaceholderDoNotEndThenRefusedWithThePosition() {
        assertThatThrownBy(() -> compileDisplayName("x ${emails[type eq \"work}"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContaining("At character 3");
    }
}
