package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody takes a seat that the licence of the product does not have. */
@OnEachHost(
        databases = Database.H2,
        products = {Product.JIRA, Product.CONFLUENCE, Product.BITBUCKET, Product.CROWD},
        generations = {Generation.P8, Generation.P7})
class LicenceSeatsTest extends AcceptanceCase {

    @AfterEach
    void anyNumber() {
        admin.orderProduct("{\"seats\":-1}");
    }

    @Test
    void seatsWhenTheLicenceIsForAnyNumberThenShownWithoutLimit() {
        assertThat(pool().path("limit").isNull()).isTrue();
        assertThat(pool().path("taken").asInt()).isPositive();
    }

    @Test
    void activationWhenTheLastSeatIsTakenThenRefusedUntilSomebodyLeaves() {
        // none where everybody of a directory takes a seat
        Optional<String> group = StreamSupport.stream(pool().path("groups").spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> !name.contains("admin"))
                .findFirst();
        String first = someone();
        String second = someone();
        String pathOfFirst = inactiveIn(group, first);
        String pathOfSecond = inactiveIn(group, second);
        admin.orderProduct("{\"seats\":1000}");
        int taken = pool().path("taken").asInt();
        admin.orderProduct("{\"seats\":" + (taken + 1) + "}");

        Reply seated = activate(pathOfFirst, true);
        Reply refused = activate(pathOfSecond, true);

        assertThat(seated.status()).as(seated.text()).isEqualTo(200);
        assertScimError(refused, 400, "invalidValue");
        assertThat(refused.at("/detail"))
                .contains(pool().path("pool").asText(), (taken + 1) + " of " + (taken + 1), "Nothing was changed");
        assertThat(person(second).active()).isFalse();
        assertThat(pool().path("free").asInt()).isZero();
        activate(pathOfFirst, false);
        assertThat(activate(pathOfSecond, true).status()).isEqualTo(200);
        assertThat(person(second).active()).isTrue();
    }

    private JsonNode pool() {
        return admin.get("/seats").json().path(0);
    }

    private String inactiveIn(Optional<String> group, String name) {
        String path = "/Users/" + created(name);
        activate(path, false);
        group.ifPresent(local -> admin.localGroups(1).add(local, name));
        return path;
    }

    private Reply activate(String path, Object active) {
        return scim.patch(path, "{\"op\":\"replace\",\"path\":\"active\",\"value\":" + active + "}");
    }
}
