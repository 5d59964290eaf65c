package org.scimsuite.core.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.workbench.conformance.Requirement;

class ScimResourceTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final ScimResource EMPTY = ScimResource.empty(CoreSchemas.user());

    private static ScimResource read(String json) {
        return new ResourceReader(CoreSchemas.user(), ReadOptions.DEFAULT).readStored(json);
    }

    @Test
    void withWhenPathIsASubAttributeThenMakesTheParentAndLeavesTheOriginal() {
        ScimResource changed = EMPTY.with("name.givenName", AttributeValue.text("Ana"));
        assertThat(changed).isEqualTo(read("{\"name\":{\"givenName\":\"Ana\"}}"));
        assertThat(EMPTY.get("name")).isEmpty();
    }

    @Test
    @Requirement("C366")
    void withWhenPathIsQualifiedThenSetsTheExtensionAndItsSchema() {
        ScimResource changed = EMPTY.with(ENTERPRISE + ":department", AttributeValue.text("R&D"));
        assertThat(changed.text("URN:" + ENTERPRISE.substring(4) + ":DEPARTMENT"))
                .contains("R&D");
        assertThat(changed.schemas())
                .containsExactly(CoreSchemas.user().schema().id(), ENTERPRISE);
        assertThat(changed.without(ENTERPRISE + ":department")).isEqualTo(EMPTY);
    }

    @Test
    void withoutWhenLastSubAttributeGoesThenParentGoes() {
        assertThat(read("{\"name\":{\"givenName\":\"Ana\"}}").without("name.givenName"))
                .isEqualTo(EMPTY);
    }

    @Test
    void getWhenPathIsASubAttributeOfAListThenGivesAllItsValues() {
        ScimResource user = read("{\"emails\":[{\"value\":\"a\"},{\"type\":\"home\"},{\"value\":\"b\"}]}");
        assertThat(user.get("emails.value"))
                .contains(new MultiValue(List.of(AttributeValue.text("a"), AttributeValue.text("b"))));
        assertThat(user.get("emails.display")).isEmpty();
    }

    @Test
    @Requirement("C097")
    void primaryTextWhenNoneIsPrimaryThenIsTheFirst() {
        assertThat(read("{\"emails\":[{\"value\":\"a\"},{\"value\":\"b\",\"primary\":true}]}")
                        .primaryText("emails"))
                .contains("b");
        assertThat(read("{\"emails\":[{\"value\":\"a\"},{\"value\":\"b\"}]}").primaryText("emails"))
                .contains("a");
        assertThat(EMPTY.primaryText("emails")).isEmpty();
    }

    @Test
    void pathsWhenUnknownOrAmbiguousThenAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.get("nothing"));
        assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.get("name."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.with("emails.value", AttributeValue.text("a")))
                .withMessageContaining("emails.value");
    }

    @Test
    void textAndBoolWhenValueIsOfAnotherTypeThenAreEmpty() {
        ScimResource user = read("{\"active\":false,\"title\":\"x\"}");
        assertThat(user.text("active")).isEmpty();
        assertThat(user.bool("title")).isEmpty();
        assertThat(user.bool("active")).contains(false);
    }
}
