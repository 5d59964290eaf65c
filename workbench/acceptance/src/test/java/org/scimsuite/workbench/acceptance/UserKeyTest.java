package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** By its own key a product knows whose issues and pages are whose. */
@OnEachHost(
        databases = Database.H2,
        products = {Product.JIRA, Product.CONFLUENCE},
        generations = {Generation.P8, Generation.P7})
class UserKeyTest extends AcceptanceCase {

    @Test
    void renameThenTheProductsOwnKeyStaysWithThePersonAndGoesToNobodyElse() {
        String before = someone();
        String after = someone();
        String id = created(before);
        String key = keyOf(before);

        Reply renamed =
                scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + after + "\"}");
        created(before);

        assertThat(renamed.at("/userName")).as(renamed.text()).isEqualTo(after);
        assertThat(key).isNotBlank();
        assertThat(keyOf(after)).isEqualTo(key);
        assertThat(keyOf(before)).isNotBlank().isNotEqualTo(key);
    }

    private String keyOf(String name) {
        return admin.orderProduct("{\"userKey\":\"" + name + "\"}")
                .path("userKey")
                .path(name)
                .asText();
    }
}
