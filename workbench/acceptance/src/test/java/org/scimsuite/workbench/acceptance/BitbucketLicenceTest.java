package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In Bitbucket a person who is deactivated gives the seat back, and leaves the licensed groups if the policy says so. */
@OnEachHost(
        databases = Database.H2,
        products = Product.BITBUCKET,
        generations = {Generation.P8, Generation.P7})
class BitbucketLicenceTest extends MappedGroups {

    private static final String LICENSED = "stash-users";

    @Override
    String purpose() {
        return "licence";
    }

    @Test
    void seatsWhenAPersonIsDeactivatedThenFreeAndTheLicensedGroupIsLeftAndComeBackTo() {
        map(Bundle.empty().table(name("Devs"), LICENSED).policy("inactive", "withdrawGroups"));
        int before = taken();
        String person = someone();
        String id = created(person);
        push(name("Devs"), id);
        awaitAligned();

        int with = taken();
        setActive(id, "false");
        int without = taken();
        List<String> members = local.members(LICENSED);
        boolean active = person(person).active();
        setActive(id, "true");

        assertThat(with).isEqualTo(before + 1);
        assertThat(without).isEqualTo(before);
        assertThat(active).isFalse();
        assertThat(members).doesNotContain(person).contains("ana.existing");
        assertThat(local.members(LICENSED)).contains(person);
        assertThat(taken()).isEqualTo(before + 1);
    }

    private int taken() {
        return admin.product().path("taken").asInt();
    }

    private void setActive(String id, String active) {
        Reply reply = scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":" + active + "}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        awaitAligned();
    }
}
