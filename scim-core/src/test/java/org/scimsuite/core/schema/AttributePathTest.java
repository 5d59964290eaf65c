package org.scimsuite.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributePathTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @ParameterizedTest
    @CsvSource({
        "userName, , userName, ",
        "name.givenName, , name, givenName",
        "manager.$ref, , manager, $ref",
        "a-b_c9, , a-b_c9, ",
        ENTERPRISE + ":department, " + ENTERPRISE + ", department, ",
        ENTERPRISE + ":manager.value, " + ENTERPRISE + ", manager, value",
        "http://schemas.acme.test/1.0:badge, http://schemas.acme.test/1.0, badge, "
    })
    void parseWhenWellFormedThenSplitsAndPrintsTheSame(String text, String schema, String attribute, String sub) {
        AttributePath path = AttributePath.parse(text).orElseThrow();
        assertThat(path.schema().orElse(null)).isEqualTo(schema);
        assertThat(path.attribute()).isEqualTo(attribute);
        assertThat(path.subAttribute().orElse(null)).isEqualTo(sub);
        assertThat(path).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a.b.c", "1a", "a b", "a!", "x:y", ":a", "urn:x:", "émile"})
    void parseWhenMalformedThenIsEmpty(String text) {
        assertThat(AttributePath.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "USERNAME, userName",
        "urn:ietf:params:scim:schemas:core:2.0:user:Name.GivenName, name.givenName",
        "department, " + ENTERPRISE + ":department",
        ENTERPRISE + ":MANAGER.$REF, " + ENTERPRISE + ":manager.$ref",
        "meta.version, meta.version"
    })
    void resolveWhenAttributeExistsThenGivesItsCanonicalPath(String text, String canonical) {
        assertThat(CoreSchemas.user().resolve(text).orElseThrow()).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "name.nothing", "userName.x", ENTERPRISE + ":userName", "urn:other:department"})
    void resolveWhenAttributeDoesNotExistThenIsEmpty(String text) {
        assertThat(CoreSchemas.user().resolve(text)).isEmpty();
    }

    @Test
    void tableWhenNamesDifferOnlyInCaseThenIsRefused() {
        AttributeDefinition one =
                AttributeDefinition.attribute("a", AttributeType.STRING, "").build();
        AttributeDefinition two =
                AttributeDefinition.attribute("A", AttributeType.STRING, "").build();
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeTable.of(List.of(one, two)));
    }

    @Test
    void subAttributesWhenComplexOrOnASimpleAttributeThenAreRefused() {
        AttributeDefinition simple =
                AttributeDefinition.attribute("a", AttributeType.STRING, "").build();
        AttributeDefinition complex =
                AttributeDefinition.attribute("c", AttributeType.COMPLEX, "").build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeDefinition.attribute("x", AttributeType.STRING, "")
                        .subAttributes(simple));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeDefinition.attribute("x", AttributeType.COMPLEX, "")
                        .subAttributes(complex));
    }
}
