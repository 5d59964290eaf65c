package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.replay.Person;

/** Groups of identity providers become memberships of local groups, seen in the directory itself. */
@OnEachHost
class GroupMappingTest extends MappedGroups {

    /** The example of the documentation: one group by hand, every other on the fly. */
    @Test
    void pushWhenOneGroupIsMappedByHandThenTheOthersAreMadeOnTheFly() {
        String developers = name("Software_dev");
        local.create(developers);
        map(Bundle.empty().table(name("Dev users"), developers).onTheFly());
        String ana = someone();
        String ben = someone();
        String anaId = created(ana);
        String benId = created(ben);

        push(name("Dev users"), anaId, benId);
        push(name("Marketing"), benId);

        assertThat(in(developers)).containsExactlyInAnyOrder(ana, ben);
        assertThat(in(name("Marketing"))).containsExactly(ben);
        assertThat(local.all()).doesNotContainKey(name("Dev users"));
    }

    @Test
    void membersWhenTheyComeAndGoAsEntraSendsThemThenTheLocalGroupFollows() {
        map(Bundle.empty().onTheFly());
        List<String> names = IntStream.range(0, 103)
                .mapToObj(number -> "entra" + number + "." + mark)
                .toList();
        List<String> ids = scim.createAll(names);
        String team = name("Team");
        String path = push(team);

        for (int one = 0; one < 3; one++) {
            patch(
                    path,
                    "{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\"" + ids.get(one)
                            + "\"}]}");
        }
        assertThat(in(team)).containsExactlyInAnyOrderElementsOf(names.subList(0, 3));

        patch(path, add(ids.subList(3, 103).toArray(String[]::new)));
        awaitAligned();
        assertThat(in(team)).containsExactlyInAnyOrderElementsOf(names);

        patch(
                path,
                "{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\"" + ids.get(0)
                        + "\"}]}");
        patch(path, removeByFilter(ids.get(1)));
        awaitAligned();
        assertThat(in(team)).containsExactlyInAnyOrderElementsOf(names.subList(2, 103));
    }

    @Test
    void groupWhenPushedAsOktaDoesThenTheLocalGroupFollowsToItsEnd() {
        map(Bundle.empty().onTheFly());
        String ana = someone();
        String ben = someone();
        String cem = someone();
        String anaId = created(ana);
        String benId = created(ben);
        String cemId = created(cem);
        String team = name("Team");
        String path = push(team);

        patch(path, "{\"op\":\"replace\",\"path\":\"members\",\"value\":" + values(List.of(anaId, benId)) + "}");
        assertThat(in(team)).containsExactlyInAnyOrder(ana, ben);

        Reply put = scim.put(path, group(team, benId, cemId));
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(in(team)).containsExactlyInAnyOrder(ben, cem);

        patch(path, "{\"op\":\"replace\",\"value\":{\"displayName\":\"" + name("Crew") + "\"}}");
        assertThat(in(team)).as("the label moves, not the people").containsExactlyInAnyOrder(ben, cem);
        assertThat(local.all()).doesNotContainKey(name("Crew"));

        assertThat(scim.delete(path).status()).isEqualTo(204);
        assertThat(in(team)).isEmpty();
        assertThat(local.all()).as("kept, as the mapping says").containsKey(team);
    }

    @Test
    void memberWhenTwoGroupsGiveOneLocalGroupThenLeavesWithTheLast() {
        String shared = name("Shared");
        map(Bundle.empty().table(List.of(name("One"), name("Two")), shared));
        String ana = someone();
        String anaId = created(ana);
        String one = push(name("One"), anaId);
        String two = push(name("Two"), anaId);

        patch(one, removeByFilter(anaId));
        assertThat(in(shared)).containsExactly(ana);

        patch(two, removeByFilter(anaId));
        assertThat(in(shared)).isEmpty();
    }

    @Test
    void membershipWhenALocalAdminGaveItBeforeThenItOutlivesTheRule() {
        map(Bundle.empty().onTheFly());
        String ana = someone();
        String ben = someone();
        String anaId = created(ana);
        String benId = created(ben);
        String team = name("Team");
        local.create(team);
        local.add(team, ana);
        String path = push(team, anaId, benId);
        assertThat(in(team)).containsExactlyInAnyOrder(ana, ben);

        patch(path, removeByFilter(anaId), removeByFilter(benId));

        assertThat(in(team)).containsExactly(ana);
    }

    @Test
    void protectedGroupWhenItsMembersAreSentThen403IsJournaledAndNobodyJoins() {
        String vault = name("Vault");
        local.create(vault);
        map(Bundle.empty().onTheFly().protectGroup(vault));
        String anaId = created(someone());
        String path = push(vault);

        Reply refused = scim.patch(path, add(anaId));

        assertScimError(refused, 403, "");
        assertThat(refused.at("/detail")).contains(vault);
        assertThat(in(vault)).isEmpty();
        assertThat(scim.get(path).json().path("members")).isEmpty();
        assertThat(outcomesAbout(path.substring(path.lastIndexOf('/') + 1))).contains("REFUSED 403");
    }

    @Test
    void protectedPersonWhenDeactivatedRenamedOrRemovedThen403IsJournaledAndThePersonStays() {
        String glass = someone();
        String id = created(glass);
        map(Bundle.empty().onTheFly().protectUser(glass));

        assertScimError(
                scim.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"), 403, "");
        assertScimError(
                scim.patch(
                        "/Users/" + id, "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + someone() + "\"}"),
                403,
                "");
        assertScimError(scim.delete("/Users/" + id), 403, "");

        Person person = person(glass);
        assertThat(person.active()).isTrue();
        assertThat(outcomesAbout(id)).filteredOn("REFUSED 403"::equals).hasSize(3);
    }

    @Test
    void directoryGroupWhenReadOnlyThenTheRequestIsAnsweredAndNobodyJoins() {
        String foreign = name("Foreign");
        local.createReadOnly(foreign);
        map(Bundle.empty().onTheFly());
        String anaId = created(someone());
        String path = push(foreign);

        Reply reply = scim.patch(path, add(anaId));

        assertThat(reply.status()).as(reply.text()).isIn(204, 403);
        assertThat(in(foreign)).isEmpty();
        String group = path.substring(path.lastIndexOf('/') + 1);
        assertThat(admin.journalOf(group).text()).contains("read-only");
    }

    @Test
    void memberWhenUnknownThenIsParkedAndArrivesWithThePerson() {
        map(Bundle.empty().onTheFly());
        String early = someone();
        String team = name("Team");

        push(team, early);
        assertThat(in(team)).isEmpty();
        created(early);

        assertThat(in(team)).containsExactly(early);
    }

    @Test
    void mappingWhenEditedThenPreviewedSavedCarriedOutAndTakenBack() {
        String first = name("First");
        String second = name("Second");
        map(Bundle.empty().table(name("Team"), first));
        long before = mapping.version();
        String ana = someone();
        push(name("Team"), created(ana));
        String changed = Bundle.empty().table(name("Team"), second).json().toString();

        Reply preview = previewed(changed);
        assertThat(preview.text()).contains(ana, first, second);
        assertThat(preview.at("/joins") + preview.at("/leaves") + preview.at("/createdGroups"))
                .as(preview.text())
                .isEqualTo("111");
        assertThat(in(first)).as("a preview changes nothing").containsExactly(ana);

        mapping.save(before, changed);
        awaitAligned();
        assertThat(in(first)).isEmpty();
        assertThat(in(second)).containsExactly(ana);
        assertThat(mapping.trySave(before, changed).status())
                .as("somebody saved in the meantime")
                .isEqualTo(409);

        mapping.returnTo(before, mapping.version());
        awaitAligned();
        assertThat(in(first)).containsExactly(ana);
        assertThat(in(second)).isEmpty();
        assertThat(mapping.history()).hasSize(3);
    }

    @Test
    void whyWhenAskedThenTheChainLeadsFromTheRequestToTheMembership() {
        String developers = name("Software_dev");
        map(Bundle.empty().table(name("Dev users"), developers).onTheFly());
        String anaId = created(someone());
        String path = push(name("Dev users"));
        patch(path, add(anaId));

        Reply why = mapping.why(anaId, developers);
        Reply whyNot = mapping.why(anaId, name("Marketing"));

        assertThat(why.at("/chains/0/rule")).isEqualTo("By hand 0");
        assertThat(why.at("/chains/0/way/0/name")).isEqualTo(name("Dev users"));
        assertThat(why.at("/grant/request")).isEqualTo("PATCH " + path);
        assertThat(why.at("/directory")).isEqualTo("MEMBER");
        assertThat(whyNot.at("/directory")).isEqualTo("NO_SUCH_GROUP");
        assertThat(whyNot.json().path("chains")).isEmpty();
    }

    @Test
    void bundleWhenCarriedToAnotherConnectionThenItDecidesTheSame() {
        map(Bundle.empty().table(name("Dev users"), name("Software_dev")).onTheFly());
        String ana = someone();
        String anaId = created(ana);
        String exported = mapping.export();
        push(name("Dev users"), anaId);
        push(name("Marketing"), anaId);
        List<String> decided = person(ana).groups();

        String other = newConnection(" other");
        admin.mapping(other).save(0, exported);
        ScimClient there = admin.scim(other);
        String ben = someone();
        String benId = there.create(ben).at("/id");
        there.post("/Groups", group(name("Dev users"), benId));
        there.post("/Groups", group(name("Marketing"), benId));

        assertThat(decided).containsExactlyInAnyOrder(name("Software_dev"), name("Marketing"));
        assertThat(person(ben).groups()).isEqualTo(decided);
        assertThat(admin.mapping(other).export()).isEqualTo(exported);
    }

    private Reply previewed(String bundle) {
        mapping.startPreview(bundle);
        return Polling.until(mapping::preview, preview -> preview.at("/state").equals("COMPLETE"));
    }

    private List<String> outcomesAbout(String id) {
        List<String> outcomes = new ArrayList<>();
        for (JsonNode entry : Journal.entries(admin.journalOf(id))) {
            outcomes.add(
                    entry.path("outcome").asText() + " " + entry.path("status").asText());
        }
        return outcomes;
    }
}
