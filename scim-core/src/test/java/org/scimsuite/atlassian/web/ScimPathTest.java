package org.scimsuite.atlassian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.workbench.conformance.Requirement;

class ScimPathTest {

    @Test
    @Requirement({"C001", "C017"})
    void segmentsWhenBelowTheBaseUriThenDecoded() {
        assertThat(ScimPath.segments("/jira/plugins/servlet/scim/v2/Users/a%C3%BC%20b", "/jira"))
                .containsExactly("Users", "aü b");
        assertThat(ScimPath.segments("/plugins/servlet/scim/v2/Users/", "")).containsExactly("Users");
        assertThat(ScimPath.segments("/plugins/servlet/scim/v2", "")).isEmpty();
        assertThat(ScimPath.segments("/plugins/servlet/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User", ""))
                .containsExactly("Schemas", "urn:ietf:params:scim:schemas:core:2.0:User");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plugins/servlet/scim/v2/Users;jsessionid=1",
                "/plugins/servlet/scim/v2/Users%3Bx",
                "/plugins/servlet/scim/v2/Users%2fx",
                "/plugins/servlet/scim/v2/Users%5cx",
                "/plugins/servlet/scim/v2/%2e%2e/x",
                "/plugins/servlet/scim/v2/%252e/x",
                "/plugins/servlet/scim/v2/../scim-admin",
                "/plugins/servlet/scim/v2/.",
                "/plugins/servlet/scim/v2//Users",
                "/plugins/servlet/scim/v2/a\\b",
                "/plugins/servlet/scim/v2/a%00"
            })
    @Requirement({"C481", "C211"})
    void checkWhenThePathCanBeReadInTwoWaysThenRefused(String path) {
        ScimException refusal = catchThrowableOfType(ScimException.class, () -> ScimPath.check(path));

        assertThat(refusal.error().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/plugins/servlet/scim/v2/%zz", "/plugins/servlet/scim/v2/%4", "/plugins/servlet/scim/v2/%ff"})
    void segmentsWhenNotPercentEncodedUtf8ThenRefused(String path) {
        assertThatThrownBy(() -> ScimPath.segments(path, ""))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.error().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter=%00", "a%00=1", "filter=%E4", "x=%ED%A0%80"})
    void queryWhenItHoldsWhatIsNoTextThenRefused(String query) {
        ScimException refusal = catchThrowableOfType(ScimException.class, () -> ScimPath.query(query));

        assertThat(refusal.error().status()).isEqualTo(400);
    }

    @Test
    @Requirement("C018")
    void segmentsWhenAnotherVersionThenInvalidVers() {
        ScimException refusal = catchThrowableOfType(
                ScimException.class, () -> ScimPath.segments("/plugins/servlet/scim/v1/Users", ""));

        assertThat(refusal.error().status()).isEqualTo(400);
        assertThat(refusal.error().scimType()).contains(ScimType.INVALID_VERS);
    }

    @Test
    void segmentsWhenNoVersionThenNotFound() {
        ScimException refusal =
                catchThrowableOfType(ScimException.class, () -> ScimPath.segments("/plugins/servlet/scim/Users", ""));

        assertThat(refusal.error().status()).isEqualTo(404);
        assertThat(refusal.error().detail()).contains("/scim/v2");
    }

    @Test
    @Requirement("C272")
    void queryWhenParametersRepeatThenInOrderOfArrival() {
        assertThat(ScimPath.query("filter=userName%20eq+%22a%26b%22&count=1&flag&count=2&&x="))
                .containsExactly(
                        java.util.Map.entry("filter", List.of("userName eq \"a&b\"")),
                        java.util.Map.entry("count", List.of("1", "2")),
                        java.util.Map.entry("flag", List.of("")),
                        java.util.Map.entry("x", List.of("")));
        assertThat(ScimPath.query(null)).isEmpty();
    }
}
