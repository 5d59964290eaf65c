package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** Bodies as Okta and Entra ID send them. */
class ProviderRequestsTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final TestServer scim = new TestServer();

    @Test
    void oktaWhenPersonJoinsAndLeavesThenDirectoryFollows() {
        assertThat(scim.get("/Users?filter=userName%20eq%20%22ana%40acme.test%22&startIndex=1&count=100")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
        Reply created = scim.post(
                "/Users",
                TestServer.user(
                        "ana@acme.test",
                        ",\"name\":{\"givenName\":\"Ana\",\"familyName\":\"Arns\"},\"emails\":[{\"primary\":true,"
                                + "\"value\":\"ana@acme.test\",\"type\":\"work\"}],\"displayName\":\"Ana Arns\","
                                + "\"locale\":\"en-US\",\"externalId\":\"00u1abcd2EFGH3ijk4l5\",\"groups\":[],"
                                + "\"password\":\"1mz050nq\",\"active\":true"));
        assertThat(created.status()).isEqualTo(201);

        Reply off = scim.patch("/Users/" + created.text("/id"), "[{\"op\":\"replace\",\"value\":{\"active\":false}}]");

        assertThat(off.status()).isEqualTo(200);
        assertThat(off.json().at("/active").asBoolean(true)).isFalse();
        assertThat(scim.directory.writes()).containsExactly("createUser ana@acme.test", "updateUser ana@acme.test");
    }

    @Test
    void entraWhenPersonIsCreatedAndPatchedInEitherDialectThenAllIsKept() {
        Reply created = scim.post(
                "/Users",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\",\"" + ENTERPRISE + "\"],"
                        + "\"externalId\":\"anaarns\",\"userName\":\"ana@acme.test\",\"active\":true,"
                        + "\"displayName\":\"Ana Arns\",\"emails\":[{\"primary\":\"True\",\"type\":\"work\","
                        + "\"value\":\"ana@acme.test\"}],\"meta\":{\"resourceType\":\"User\"},"
                        + "\"name\":{\"formatted\":\"Ana Arns\",\"familyName\":\"Arns\",\"givenName\":\"Ana\"},"
                        + "\"title\":null,\"addresses\":null,\"phoneNumbers\":null,\"roles\":[],\"" + ENTERPRISE
                        + "\":{\"department\":\"R&D\",\"manager\":\"m1\"}}");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);

        Reply patched = scim.patch(
                "/Users/" + created.text("/id") + "?aadOptscim062020",
                "[{\"op\":\"Replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"anab@acme.test\"},"
                        + "{\"op\":\"Add\",\"path\":\"phoneNumbers[type eq \\\"mobile\\\"].value\",\"value\":\"+43\"},"
                        + "{\"op\":\"replace\",\"value\":{\"name.familyName\":\"Bauer\",\"" + ENTERPRISE
                        + ":employeeNumber\":\"7\"}},"
                        + "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}]");

        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        assertThat(patched.text("/emails/0/value")).isEqualTo("anab@acme.test");
        assertThat(patched.text("/phoneNumbers/0/type")).isEqualTo("mobile");
        assertThat(patched.text("/name/givenName")).isEqualTo("Ana");
        assertThat(patched.text("/name/familyName")).isEqualTo("Bauer");
        assertThat(patched.json().path(ENTERPRISE).path("employeeNumber").asText())
                .isEqualTo("7");
        assertThat(patched.json().path(ENTERPRISE).path("manager").path("value").asText())
                .isEqualTo("m1");
        assertThat(patched.json().at("/active").asBoolean(true)).isFalse();
        assertThat(scim.get("/Users?filter=emails[type eq \"work\"].value eq \"anab@acme.test\"&attributes=id")
                        .text("/Resources/0/id"))
                .isEqualTo(created.text("/id"));
        assertThat(scim.journal.last().notes()).isNotEmpty();
    }
}
