package org.scimsuite.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scimsuite.core.admin.MappingAdminTest.done;
import static org.scimsuite.core.admin.MappingAdminTest.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.admin.ParkedMemberQueries.ParkedPage;
import org.scimsuite.core.store.ParkedMember;
import org.scimsuite.core.testkit.TestServer;

class ParkedMemberQueriesTest {

    private final TestServer scim = new TestServer();
    private final ParkedMemberQueries parked = scim.server().mappings().parked();
    private final String id = scim.connection().id();

    @Test
    void pageThenEachParkedMemberOnceWithItsGroupAndNobodyWhoIsThere() {
        String ana = scim.create("ana", "");
        scim.post("/Groups", group("Dev users", ana, "x1", "x2"));
        scim.post("/Groups", group("Ops", "x1"));

        List<String> seen = new ArrayList<>();
        Optional<ParkedMember> after = Optional.empty();
        do {
            ParkedPage page = done(parked.page(id, after, 2));
            page.members()
                    .forEach(member ->
                            seen.add(member.groupName() + " " + member.member().memberId()));
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).containsExactlyInAnyOrder("Dev users x1", "Dev users x2", "Ops x1");
    }

    @Test
    void pageWhenThereIsNoSuchConnectionThenNotFound() {
        assertThat(parked.page("nobody", Optional.empty(), 10)).isInstanceOf(NotFound.class);
    }
}
