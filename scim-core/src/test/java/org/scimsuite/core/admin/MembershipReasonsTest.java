package org.scimsuite.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scimsuite.core.admin.MappingAdminTest.done;
import static org.scimsuite.core.admin.MappingAdminTest.group;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.admin.MembershipReason.Held;
import org.scimsuite.core.admin.MembershipReason.Kind;
import org.scimsuite.core.admin.MembershipReason.Obstacle;
import org.scimsuite.core.admin.MembershipReason.ProviderGroup;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.mapping.GroupDecision;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.LocalTarget;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.store.Grant;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;

class MembershipReasonsTest {

    private final TestServer scim = new TestServer();
    private final MembershipReasons reasons = scim.server().mappings().reasons();
    private final String id = scim.connection().id();
    private final String ana = scim.create("ana", ",\"externalId\":\"ext-ana\"");

    @Test
    void whyWhenThroughANestedGroupThenTheWholeChainWithTheRequest() {
        save(Bundles.of(Bundles.table("Everybody", "local")));
        String inner = created("Dev users", ana);
        String outer = created("Everybody", inner);

        MembershipReason reason = done(reasons.why(id, "ANA", "LOCAL"));

        assertThat(reason.localGroup()).isEqualTo("local");
        assertThat(reason.directory()).isEqualTo(Held.MEMBER);
        assertThat(reason.chains()).singleElement().satisfies(chain -> {
            assertThat(chain.rule()).isEqualTo("Teams");
            assertThat(chain.way())
                    .containsExactly(new ProviderGroup(inner, "Dev users"), new ProviderGroup(outer, "Everybody"));
        });
        assertThat(reason.grant()).hasValueSatisfying(given -> {
            assertThat(given.origin()).isEqualTo(Grant.Origin.GIVEN);
            assertThat(given.request()).contains("POST /Groups");
            assertThat(given.received()).isPresent();
        });
        assertThat(reason.obstacles()).isEmpty();
    }

    @Test
    void whyWhenSomebodyTookThePersonOutByHandThenSaid() {
        save(Bundles.of(Bundles.table("Dev users", "local")));
        created("Dev users", ana);
        scim.directory.removeUserFromGroup(InMemoryDirectory.ID, "ana", "local");

        MembershipReason reason = done(reasons.why(id, ana, "local"));

        assertThat(reason.directory()).isEqualTo(Held.NO_MEMBER);
        assertThat(reason.chains()).hasSize(1);
        assertThat(kinds(reason)).containsExactly(Kind.NOT_CARRIED_OUT);
    }

    @Test
    void whyWhenNotInTheGroupOfTheProviderThenTheGroupThatWouldGiveIt() {
        save(Bundles.of(Bundles.table("Dev users", "local")));
        String dev = created("Dev users");

        MembershipReason reason = done(reasons.why(id, "ana", "local"));

        assertThat(reason.chains()).isEmpty();
        assertThat(reason.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(Kind.NOT_IN_PROVIDER_GROUP);
            assertThat(obstacle.group()).contains(new ProviderGroup(dev, "Dev users"));
        });
    }

    @Test
    void whyWhenTheGroupIsIgnoredOrHasNoRuleOrGivesAnotherThenEachIsSaid() {
        save(Bundles.of(
                new GroupRule.Ignore("No tests", List.of(), List.of("test-"), List.of()),
                Bundles.table("Dev users", "other")));
        created("test-1", ana);
        created("Dev users", ana);
        created("Nothing", ana);

        MembershipReason reason = done(reasons.why(id, "ana", "local"));

        assertThat(kinds(reason)).containsExactlyInAnyOrder(Kind.IGNORED, Kind.MAPPED_ELSEWHERE, Kind.UNMAPPED);
        assertThat(reason.obstacles())
                .filteredOn(o -> o.kind() == Kind.UNMAPPED)
                .singleElement()
                .satisfies(unmapped -> assertThat(unmapped.asked())
                        .extracting(GroupDecision.Asked::rule)
                        .containsExactly("No tests", "Teams"));
    }

    @Test
    void whyWhenTheConditionOfARuleIsFalseThenSaid() {
        save(Bundles.of(
                List.of(),
                List.of(new UserGroupRule(
                        "Engineers", Optional.of("title eq \"Engineer\""), List.of("eng"), GroupRule.Missing.CREATE))));

        assertThat(kinds(done(reasons.why(id, "ana", "eng")))).containsExactly(Kind.CONDITION_FALSE);

        scim.patch("/Users/" + ana, "[{\"op\":\"add\",\"path\":\"title\",\"value\":\"Engineer\"}]");
        assertThat(done(reasons.why(id, "ana", "eng")).chains()).singleElement().satisfies(chain -> {
            assertThat(chain.rule()).isEqualTo("Engineers");
            assertThat(chain.way()).isEmpty();
        });
    }

    @Test
    void whyWhenTheLocalGroupIsMissingAndNotMadeThenSaid() {
        save(Bundles.of(new GroupRule.SameName("Same", GroupRule.Missing.SKIP, GroupRule.Then.STOP)));
        created("local", ana);

        MembershipReason reason = done(reasons.why(id, "ana", "local"));

        assertThat(reason.directory()).isEqualTo(Held.NO_SUCH_GROUP);
        assertThat(kinds(reason)).containsExactly(Kind.LOCAL_GROUP_MISSING);
    }

    @Test
    void whyWhenTheDirectoryDoesNotLetGroupsBeChangedThenSaid() {
        created("Dev users", ana);
        save(Bundles.of(Bundles.table("Dev users", "local")));
        scim.directory.removeUserFromGroup(InMemoryDirectory.ID, "ana", "local");
        scim.directory.forbid(DirectoryOperation.UPDATE_GROUP);

        assertThat(kinds(done(reasons.why(id, "ana", "local")))).contains(Kind.DIRECTORY_REFUSES);
    }

    @Test
    void whyWhenATaskIsWaitingThenSaid() {
        created("Dev users", ana);
        done(scim.server()
                .mappings()
                .mappings()
                .save(id, Bundles.of(Bundles.table("Dev users", "local")), new MappingEdit(0, "jane", "")));

        assertThat(kinds(done(reasons.why(id, "ana", "local")))).containsExactly(Kind.TASK_WAITING);
    }

    @Test
    void whyWhenTheGroupIsProtectedThenSaid() {
        assertThat(kinds(done(reasons.why(id, "ana", InMemoryDirectory.ADMINISTRATORS))))
                .contains(Kind.PROTECTED);
    }

    @Test
    void whyWhenNobodyOfThatNameThenRefusedWithTheField() {
        assertThat(((Invalid<MembershipReason>) reasons.why(id, "nobody", "local")).errors())
                .extracting(AdminResult.FieldError::field)
                .containsExactly("person");
        assertThat(reasons.why("nothing", "ana", "local")).isInstanceOf(NotFound.class);
    }

    @Test
    void decideGroupWhenItDoesNotExistThenWhatItsMembersWouldGet() {
        save(Bundles.of(Bundles.table("Dev users", "local")));

        GroupDecision decision = done(reasons.decideGroup(id, "dev USERS", Optional.empty()));

        assertThat(decision.targets()).extracting(LocalTarget::group).containsExactly("local");
        assertThat(reasons.decideGroup(id, " ", Optional.empty())).isInstanceOf(Invalid.class);
    }

    @Test
    void decidePersonThenLocalGroupsWithTheirChains() {
        save(Bundles.of(Bundles.table("Dev users", "local")));
        created("Dev users", ana);

        assertThat(done(reasons.decidePerson(id, "ana")).chains()).containsOnlyKeys("local");
    }

    private String created(String name, String... members) {
        TestServer.Reply reply = scim.post("/Groups", group(name, members));
        assertThat(reply.status()).isEqualTo(201);
        return reply.text("/id");
    }

    private void save(byte[] document) {
        MappingAdmin admin = scim.server().mappings().mappings();
        done(admin.save(id, document, new MappingEdit(done(admin.current(id)).version(), "jane", "")));
        scim.work();
    }

    private static List<Kind> kinds(MembershipReason reason) {
        return reason.obstacles().stream().map(Obstacle::kind).toList();
    }
}
