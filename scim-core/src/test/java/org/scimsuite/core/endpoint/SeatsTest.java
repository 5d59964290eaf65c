package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.MappingPreview.SeatForecast;
import org.scimsuite.core.admin.MembershipReason;
import org.scimsuite.core.admin.MembershipReason.Kind;
import org.scimsuite.core.admin.MembershipReason.Obstacle;
import org.scimsuite.core.bundle.BundleWriter;
import org.scimsuite.core.bundle.MappingBundle;
import org.scimsuite.core.journal.JournalEntry.Outcome;
import org.scimsuite.core.mapping.GroupMapping;
import org.scimsuite.core.mapping.GroupPolicies;
import org.scimsuite.core.mapping.GroupRule;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.GroupRule.Then;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.Protection;
import org.scimsuite.core.mapping.UserGroupRule;
import org.scimsuite.core.mapping.UserMapping;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.State;
import org.scimsuite.core.testkit.CountedSeats;
import org.scimsuite.core.testkit.InMemoryDirectory;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;

/** Nobody takes a seat that the licence does not have. */
class SeatsTest {

    private static final GroupMapping SAME_NAME = new GroupMapping(
            List.of(new GroupRule.SameName("same name", Missing.CREATE, Then.STOP)),
            List.of(),
            Protection.ADMINISTRATORS,
            GroupPolicies.CAREFUL);

    private static final GroupMapping STAFF_GET_JIRA = new GroupMapping(
            List.of(),
            List.of(new UserGroupRule(
                    "staff", Optional.of("title eq \"Staff\""), List.of("jira-users"), Missing.CREATE)),
            Protection.ADMINISTRATORS,
            GroupPolicies.CAREFUL);

    private final TestServer scim = new TestServer();
    private final CountedSeats seats = new CountedSeats(scim.directory);

    private void count() {
        scim.count(seats);
    }

    @Test
    void createWhenTheDirectoryLetsEverybodyInAndIsFullThenRefusedAndNothingIsWritten() {
        scim.create("ana", "");
        seats.open("Wiki", 1);
        count();
        List<String> writes = scim.directory.writes();

        Reply reply = scim.post("/Users", TestServer.user("ben", ""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/scimType")).isEqualTo("invalidValue");
        assertThat(reply.text("/detail")).contains("\"Wiki\"", "1 of 1", "Nothing was changed");
        assertThat(scim.directory.writes()).isEqualTo(writes);
        assertThat(scim.records.all()).hasSize(1);
        assertThat(scim.journal.last().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void createWhenInactiveThenTakesNoSeat() {
        seats.open("Wiki", 0);
        count();

        assertThat(scim.post("/Users", TestServer.user("ben", ",\"active\":false"))
                        .status())
                .isEqualTo(201);
        assertThat(seats.asked()).isZero();
    }

    @Test
    void reactivationWhenAGroupLetsInThenNeedsASeat() {
        String ana = scim.create("ana", ",\"active\":false");
        scim.create("ben", "");
        in("jira-users", "ana", "ben");
        seats.pool("Jira", 1, "jira-users");
        count();

        assertThat(activate(ana, true).status()).isEqualTo(400);
        assertThat(seats.holders("Jira")).containsExactly("ben");

        seats.pool("Jira", 2, "jira-users");
        assertThat(activate(ana, true).status()).isEqualTo(200);
    }

    @Test
    void rehireWhenNoSeatIsFreeThenRefusedAndThePersonStaysDeleted() {
        String ana = scim.create("ana", "");
        scim.delete("/Users/" + ana);
        seats.open("Wiki", 0);
        count();

        assertThat(scim.post("/Users", TestServer.user("ana", "")).status()).isEqualTo(400);
        assertThat(scim.get("/Users?filter=userName%20eq%20%22ana%22")
                        .json()
                        .at("/totalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void createWhenARuleForPeopleGivesTheGroupThenNeedsASeat() {
        scim.map(STAFF_GET_JIRA);
        seats.pool("Jira", 0, "jira-users");
        count();

        assertThat(scim.post("/Users", TestServer.user("ana", ",\"title\":\"Staff\""))
                        .status())
                .isEqualTo(400);
        String ben = scim.create("ben", ",\"title\":\"Guest\"");

        assertThat(scim.patch("/Users/" + ben, "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Staff\"}]")
                        .status())
                .isEqualTo(400);
        assertThat(scim.patch("/Users/" + ben, "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}]")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changeWhenThePersonHasASeatThenNoneIsAskedFor() {
        String ana = scim.create("ana", "");
        seats.open("Wiki", 1);
        count();

        assertThat(scim.patch("/Users/" + ana, "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"A\"}]")
                        .status())
                .isEqualTo(200);
        assertThat(seats.asked()).isZero();
    }

    @Test
    void createWhenSeatsAreInPlentyThenTheProductIsAskedOnce() {
        seats.open("Wiki", 5_000);
        count();

        scim.create("ana", "");

        assertThat(seats.asked()).isEqualTo(1);
    }

    @Test
    void deactivationThenTheSeatIsFreeForTheNextRequest() {
        String ana = scim.create("ana", "");
        seats.open("Wiki", 1);
        count();

        activate(ana, false);

        assertThat(scim.post("/Users", TestServer.user("ben", "")).status()).isEqualTo(201);
        assertThat(seats.holders("Wiki")).containsExactly("ben");
    }

    @Test
    void groupPushWhenNotAllFitThenTheFirstGetInAndTheOthersWait() {
        String cem = scim.create("cem", "");
        String ana = scim.create("ana", "");
        String ben = scim.create("ben", "");
        scim.map(SAME_NAME);
        seats.pool("Jira", 2, "jira-users");
        count();

        Reply reply = group("jira-users", cem, ana, ben);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(seats.holders("Jira")).hasSize(2);
        String late = List.of("ana", "ben", "cem").stream()
                .filter(name -> !seats.holders("Jira").contains(name))
                .findFirst()
                .orElseThrow();
        assertThat(scim.journal.last().notes()).anySatisfy(note -> assertThat(note)
                .contains("\"" + late + "\" is not added", "\"jira-users\"", "\"Jira\"", "2 of 2"));
        assertThat(scim.tasks.all()).extracting(AlignmentTask::state).containsExactly(State.WAITING_FOR_SEAT);
        assertThat(kinds(late)).containsExactly(Kind.NO_SEAT);

        String leaver = late.equals("ana") ? ben : ana;
        activate(leaver, false);
        scim.work();

        assertThat(seats.holders("Jira")).contains(late).hasSize(2);
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void groupPushWhenOneLeavesForAnotherThenTheOtherGetsTheSeat() {
        String ana = scim.create("ana", "");
        String ben = scim.create("ben", "");
        scim.map(SAME_NAME);
        seats.pool("Jira", 1, "jira-users");
        count();
        String group = group("jira-users", ana).text("/id");

        scim.put("/Groups/" + group, body("jira-users", ben));
        scim.work();

        assertThat(seats.holders("Jira")).containsExactly("ben");
        assertThat(scim.tasks.all()).isEmpty();
    }

    @Test
    void groupPushWhenSomebodyHasASeatByAnotherGroupThenNoneIsNeeded() {
        String ana = scim.create("ana", "");
        in("jira-admins", "ana");
        scim.map(SAME_NAME);
        seats.pool("Jira", 1, "jira-users", "jira-admins");
        count();

        group("jira-users", ana);

        assertThat(scim.directory.usersInGroup(InMemoryDirectory.ID, "jira-users"))
                .containsExactly("ana");
    }

    @Test
    void groupPushWhenOnePersonNeedsTwoPoolsThenNoSeatIsWastedOnWhoGetsOnlyOne() {
        String ana = scim.create("ana", "");
        String ben = scim.create("ben", "");
        scim.map(SAME_NAME);
        seats.pool("Jira", 1, "users").pool("Desk", 0, "users", "agents");
        count();

        group("users", ana, ben);

        assertThat(seats.holders("Jira")).isEmpty();
        assertThat(scim.tasks.all())
                .flatExtracting(task -> ((AlignmentTask.Scope.Users) task.scope()).ids())
                .containsExactlyInAnyOrder(ana, ben);
    }

    @Test
    void groupPushWhenTheMemberIsInactiveThenNoSeatIsNeeded() {
        String ana = scim.create("ana", ",\"active\":false");
        scim.map(SAME_NAME);
        seats.pool("Jira", 0, "jira-users");
        count();

        group("jira-users", ana);

        assertThat(scim.directory.usersInGroup(InMemoryDirectory.ID, "jira-users"))
                .containsExactly("ana");
    }

    @Test
    void waitingWhenComparedAgainAndStillFullThenOneTaskStays() {
        String ana = scim.create("ana", "");
        scim.map(SAME_NAME);
        seats.pool("Jira", 0, "jira-users");
        count();
        group("jira-users", ana);
        List<String> before = scim.tasks.all().stream().map(AlignmentTask::id).toList();

        scim.server().mappings().tasks().alignAgain(scim.connection().id(), "jane");
        scim.work();

        assertThat(scim.tasks.all()).extracting(AlignmentTask::id).isEqualTo(before);
        seats.pool("Jira", 1, "jira-users");
        scim.server().mappings().tasks().alignAgain(scim.connection().id(), "jane");
        scim.work();
        assertThat(seats.holders("Jira")).containsExactly("ana");
    }

    @Test
    void previewThenSaysHowManySeatsAreMissing() {
        String ana = scim.create("ana", "");
        String ben = scim.create("ben", "");
        scim.create("cem", "");
        in("jira-admins", "ana");
        seats.pool("Jira", 1, "jira-users", "jira-admins");
        count();
        group("jira-users", ana, ben);
        byte[] document = BundleWriter.write(MappingBundle.of("Internal", new Mapping(SAME_NAME, UserMapping.PLAIN)))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        scim.server().mappings().previews().start(scim.connection().id(), document, "jane");
        scim.background.finish();

        assertThat(done(scim.server()
                                .mappings()
                                .previews()
                                .find(scim.connection().id()))
                        .counts()
                        .seats())
                .containsExactly(new SeatForecast("Jira", 1, 0, 1, 0))
                .allMatch(forecast -> forecast.missing() == 1);
    }

    @Test
    void createWhenManyAskForTheLastSeatsThenNoMoreGetInThanThereAre() throws Exception {
        seats.open("Wiki", 3);
        count();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int number = 0; number < 24; number++) {
                String body = TestServer.user("person" + number, "");
                requests.add(() -> scim.post("/Users", body).status());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(requests)) {
                statuses.add(answer.get());
            }
            assertThat(Collections.frequency(statuses, 201)).isEqualTo(3);
            assertThat(Collections.frequency(statuses, 400)).isEqualTo(21);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyRequestsThenNoPoolIsOverfullAndNobodyWaitsForASeatThatIsFree(long seed) {
        Random random = new Random(seed);
        scim.map(SAME_NAME);
        seats.pool("Jira", 1 + random.nextInt(4), "a", "b").pool("Wiki", 1 + random.nextInt(4), "b", "c");
        count();
        List<String> people = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            people.add(scim.create("person" + number, ""));
        }
        List<String> groups = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            groups.add(group(name).text("/id"));
        }
        for (int step = 0; step < 40; step++) {
            String person = people.get(random.nextInt(people.size()));
            switch (random.nextInt(3)) {
                case 0 -> activate(person, random.nextBoolean());
                case 1 -> edit("add", groups.get(random.nextInt(groups.size())), person);
                default -> edit("remove", groups.get(random.nextInt(groups.size())), person);
            }
            scim.work();
            seats.pools().forEach(pool -> assertThat(pool.taken())
                    .as("step of seed %s: %s", seed, pool)
                    .isLessThanOrEqualTo(pool.limit().orElseThrow()));
        }
        scim.server().mappings().tasks().alignAgain(scim.connection().id(), "jane");
        scim.work();
        boolean isFree = seats.pools().stream().allMatch(pool -> pool.free() > 0);
        if (isFree) {
            assertThat(scim.tasks.all()).isEmpty();
        }
    }

    private void in(String localGroup, String... names) {
        if (scim.directory.findGroupByName(InMemoryDirectory.ID, localGroup).isEmpty()) {
            scim.directory.createGroup(InMemoryDirectory.ID, localGroup);
        }
        List.of(names).forEach(name -> scim.directory.addUserToGroup(InMemoryDirectory.ID, name, localGroup));
    }

    private Reply activate(String id, boolean active) {
        return scim.patch("/Users/" + id, "[{\"op\":\"replace\",\"path\":\"active\",\"value\":" + active + "}]");
    }

    private void edit(String op, String group, String member) {
        scim.patch(
                "/Groups/" + group,
                op.equals("add")
                        ? "[{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + member + "\"}]}]"
                        : "[{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + member + "\\\"]\"}]");
    }

    private Reply group(String name, String... members) {
        return scim.post("/Groups", body(name, members));
    }

    private static String body(String name, String... members) {
        String list = String.join(
                ",",
                List.of(members).stream()
                        .map(id -> "{\"value\":\"" + id + "\"}")
                        .toList());
        return "{\"displayName\":\"" + name + "\",\"members\":[" + list + "]}";
    }

    private List<Kind> kinds(String person) {
        MembershipReason reason =
                done(scim.server().mappings().reasons().why(scim.connection().id(), person, "jira-users"));
        return reason.obstacles().stream().map(Obstacle::kind).toList();
    }

    private static <T> T done(org.scimsuite.core.admin.AdminResult<T> result) {
        return ((Done<T>) result).value();
    }
}
