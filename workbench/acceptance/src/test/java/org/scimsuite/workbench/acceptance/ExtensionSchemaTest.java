package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.conformance.Requirement;

/** A schema of the administrator's own, from the admin API to a person and away again. */
@OnEachHost
class ExtensionSchemaTest extends AcceptanceCase {

    private static final String URN = "urn:acme:params:scim:schemas:extension:1.0:User";

    @Test
    @Requirement({"C074", "C184", "C262"})
    void schemaWhenAddedThenPeopleCarryItUntilItIsRemoved() {
        Reply added = admin.change("POST", "/schemas", draft("integer", ""));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String name = someone();

        Reply created =
                scim.post("/Users", ScimClient.user(name).replaceFirst("\\{", "{\"" + URN + "\":{\"floor\":7},"));
        Reply found = scim.find(URN + ":floor gt 6 and userName eq \"" + name + "\"");
        Reply retyped = admin.change("PUT", "/schemas/" + URN, draft("string", ",\"version\":1"));
        Reply removed = admin.change("DELETE", "/schemas/" + URN, "");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/" + URN + "/floor")).isEqualTo("7");
        assertThat(found.at("/totalResults")).as(found.text()).isEqualTo("1");
        assertThat(retyped.status()).as(retyped.text()).isEqualTo(400);
        assertThat(retyped.text()).contains("floor keeps its type");
        assertThat(removed.status()).isEqualTo(204);
        assertThat(scim.get("/Schemas/" + URN).status()).isEqualTo(404);
        assertThat(scim.get("/Users/" + created.at("/id")).text()).doesNotContain(URN);
    }

    @Test
    void schemaWhenItIsWrongThenEveryProblemIsNamed() {
        Reply reply = admin.change(
                "POST",
                "/schemas",
                "{\"resourceType\":\"Robot\",\"schema\":{\"id\":\"x\",\"attributes\":[{\"name\":\"1\"}]}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text())
                .contains("resourceType")
                .contains("schema.id")
                .contains("schema.name")
                .contains("schema.attributes[0].name");
        assertGivesNothingAway(reply.text());
    }

    private static String draft(String type, String more) {
        return "{\"resourceType\":\"User\",\"required\":false,\"schema\":{\"id\":\"" + URN
                + "\",\"name\":\"Acme\",\"attributes\":[{\"name\":\"floor\",\"type\":\"" + type + "\"}]}" + more + "}";
    }
}
