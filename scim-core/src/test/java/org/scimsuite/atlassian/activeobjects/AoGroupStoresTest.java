package org.scimsuite.atlassian.activeobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.MemberChange;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.NameOrder;
import org.scimsuite.core.store.ParkedMember;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;
import org.scimsuite.core.store.UserRecord.Progress;
import org.scimsuite.core.store.UserRecordStore;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

class AoGroupStoresTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final String database = TestActiveObjects.newDatabase();
    private final Tables node = TestActiveObjects.node(database);
    private final Tables otherNode = TestActiveObjects.node(database);
    private final GroupRecordStore groups = new AoGroupRecordStore(node);
    private final GroupRecordStore groupsOfOtherNode = new AoGroupRecordStore(otherNode);
    private final MembershipStore memberships = new AoMembershipStore(otherNode);
    private final UserRecordStore users = new AoUserRecordStore(node);
    private final String connection = UUID.randomUUID().toString();

    @Test
    void insertWhenNameIsFreeThenOtherNodeFindsRecordAndMembers() {
        GroupRecord team = group("Team A");
        GroupMember ana = new GroupMember("ana", Kind.USER, Optional.of("Ana \uD83D\uDE00"));
        GroupMember parked = new GroupMember("x".repeat(GroupMember.MAX_LENGTH), Kind.UNKNOWN, Optional.empty());

        assertThat(groups.insert(team, List.of(ana, parked))).isTrue();

        assertThat(groupsOfOtherNode.findById(connection, team.scimId())).contains(team);
        assertThat(groupsOfOtherNode.findByNameKey(connection, "team a")).contains(team);
        assertThat(groupsOfOtherNode.findByExternalId(connection, "ext-Team A")).containsExactly(team);
        assertThat(groupsOfOtherNode.findByIds(connection, List.of("none", team.scimId())))
                .containsExactly(team);
        assertThat(all(team)).containsExactlyInAnyOrder(ana, parked);
        assertThat(memberships.countMembers(connection, team.scimId())).isEqualTo(2);
    }

    @Test
    void findWhenConnectionIsAnotherThenNothing() {
        GroupRecord team = group("Team A");
        groups.insert(team, List.of(user("ana")));

        assertThat(groups.findById("another", team.scimId())).isEmpty();
        assertThat(groups.findByNameKey("another", "team a")).isEmpty();
        assertThat(groups.findByExternalId("another", "ext-Team A")).isEmpty();
        assertThat(groups.page("another", Optional.empty(), 10)).isEmpty();
        assertThat(groups.count("another")).isZero();
        assertThat(memberships.members("another", team.scimId(), Optional.empty(), 10))
                .isEmpty();
        assertThat(memberships.findGroupsOf("another", List.of("ana"))).isEmpty();
    }

    @Test
    void insertWhenNameIsTakenInAnotherCaseThenFalseAndNoMemberIsLeftBehind() {
        groups.insert(group("Team A"), List.of());
        GroupRecord second = group("TEAM a");

        assertThat(groupsOfOtherNode.insert(second, List.of(user("ana")))).isFalse();

        assertThat(groups.findById(connection, second.scimId())).isEmpty();
        assertThat(memberships.findGroupsOf(connection, List.of("ana"))).isEmpty();
    }

    @Test
    void pageWhenThereAreSeveralThenInTheOrderOfNamesByPositionAndByKey() {
        List.of("delta", "Alpha", "charlie", "Bravo").forEach(name -> groups.insert(group(name), List.of()));

        assertThat(groups.page(connection, 1, 2))
                .extracting(GroupRecord::displayName)
                .containsExactly("Bravo", "charlie");
        assertThat(groups.page(connection, Optional.of("bravo"), 5))
                .extracting(GroupRecord::displayName)
                .containsExactly("charlie", "delta");
        assertThat(groups.count(connection)).isEqualTo(4);
    }

    @Test
    void pageWhenNamesAreOfAnyAlphabetAndLengthThenAllComeOnceAndInTheOrderOfJava() {
        List<String> names = List.of(
                "aa",
                "ab",
                "a_b",
                "a-b@acme.test",
                "z",
                "zz",
                "1",
                "10",
                "9",
                "ångström",
                "ff",
                "foo",
                "ﬀ",
                "\uD83D\uDE00",
                "\uFF21",
                "l".repeat(86),
                "l".repeat(87),
                "l".repeat(88),
                "l".repeat(1_000),
                "l".repeat(1_000) + "m");
        names.forEach(name -> assertThat(groups.insert(group(name), List.of())).isTrue());
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();

        for (List<GroupRecord> page = groupsOfOtherNode.page(connection, after, 3);
                !page.isEmpty();
                page = groupsOfOtherNode.page(connection, after, 3)) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            page.forEach(record -> seen.add(record.nameKey()));
            after = Optional.of(seen.get(seen.size() - 1));
        }

        assertThat(seen)
                .containsExactlyElementsOf(names.stream()
                        .map(name -> group(name).nameKey())
                        .sorted(NameOrder.COMPARATOR)
                        .toList());
        assertThat(groups.count(connection)).isEqualTo(names.size());
    }

    @Test
    void updateWhenVersionMatchesThenRecordAndMembersChangeTogether() {
        GroupRecord team = group("Team A");
        groups.insert(team, List.of(user("ana"), user("ben")));
        GroupRecord renamed = new GroupRecord(
                team.scimId(), connection, "Team B", "Team A", Optional.empty(), "{\"b\":1}", NOW, LATER, 2);

        assertThat(groups.update(renamed, 1, new MemberChange.Edit(List.of(user("cleo")), List.of("ana", "nobody"))))
                .isEqualTo(UpdateResult.UPDATED);

        assertThat(groupsOfOtherNode.findById(connection, team.scimId())).contains(renamed);
        assertThat(groupsOfOtherNode.findByNameKey(connection, "team a")).isEmpty();
        assertThat(all(team)).extracting(GroupMember::id).containsExactlyInAnyOrder("ben", "cleo");
    }

    @Test
    void updateWhenVersionIsOldThenStaleAndNoMemberChanged() {
        GroupRecord team = group("Team A");
        groups.insert(team, List.of(user("ana")));
        groups.update(team.touched(LATER), 1, MemberChange.NONE);

        assertThat(groupsOfOtherNode.update(team.touched(LATER), 1, new MemberChange.Replacement(List.of())))
                .isEqualTo(UpdateResult.STALE);

        assertThat(all(team)).containsExactly(user("ana"));
    }

    @Test
    void updateWhenAnotherGroupHasTheNameThenNameTakenAndNoMemberChanged() {
        GroupRecord team = group("Team A");
        groups.insert(team, List.of(user("ana")));
        groups.insert(group("Team B"), List.of());
        GroupRecord asB =
                new GroupRecord(team.scimId(), connection, "team b", "Team A", Optional.empty(), "{}", NOW, LATER, 2);

        assertThat(groups.update(asB, 1, new MemberChange.Edit(List.of(user("ben")), List.of("ana"))))
                .isEqualTo(UpdateResult.NAME_TAKEN);

        assertThat(groups.findById(connection, team.scimId())).contains(team);
        assertThat(all(team)).containsExactly(user("ana"));
    }

    /** A member twice breaks the unique key in the middle of the transaction, as a crash there would. */
    @Test
    void updateWhenItBreaksInTheMiddleThenNeitherMembersNorVersionMoved() {
        GroupRecord team = group("Team A");
        groups.insert(team, List.of(user("ana"), user("ben")));
        MemberChange broken = new MemberChange.Edit(List.of(user("cleo"), user("ben")), List.of("ana"));

        assertThatThrownBy(() -> groups.update(team.touched(LATER), 1, broken)).isInstanceOf(RuntimeException.class);

        assertThat(groupsOfOtherNode.findById(connection, team.scimId())).contains(team);
        assertThat(all(team)).containsExactlyInAnyOrder(user("ana"), user("ben"));
    }

    @Test
    void replacementWhenGroupHasManyMembersThenOnlyTheDifferenceIsWritten() {
        GroupRecord team = group("Team A");
        groups.insert(team, users(0, 1_300));
        GroupMember again = new GroupMember("user1250", Kind.USER, Optional.of("Another display"));
        List<GroupMember> wanted = new ArrayList<>(users(1_251, 1_400));
        wanted.add(again);

        groups.update(team.touched(LATER), 1, new MemberChange.Replacement(wanted));

        assertThat(all(team)).containsExactlyInAnyOrderElementsOf(users(1_250, 1_400));
    }

    @Test
    void replacementWhenEmptyThenOnlyThisGroupIsEmptied() {
        GroupRecord team = group("Team A");
        GroupRecord other = group("Team B");
        groups.insert(team, users(0, 10));
        groups.insert(other, users(0, 10));

        groups.update(team.touched(LATER), 1, new MemberChange.Replacement(List.of()));

        assertThat(all(team)).isEmpty();
        assertThat(all(other)).hasSize(10);
    }

    @Test
    void findMembersWhenHundredsAreAskedThenThoseWhoAreMembers() {
        GroupRecord team = group("Team A");
        groups.insert(team, users(0, 600));
        List<String> ids = IntStream.range(300, 900).mapToObj(i -> "user" + i).toList();

        assertThat(memberships.findMembers(connection, team.scimId(), ids))
                .containsExactlyInAnyOrderElementsOf(users(300, 600));
    }

    @Test
    void deleteWhenGroupIsNestedThenItsMembersAndItsPlaceInParentsAreGone() {
        GroupRecord child = group("Child");
        GroupRecord parent = group("Parent");
        groups.insert(child, List.of(user("ana")));
        groups.insert(parent, List.of(new GroupMember(child.scimId(), Kind.GROUP, Optional.empty()), user("ben")));

        assertThat(groups.delete(child, LATER)).isTrue();

        assertThat(groups.findById(connection, child.scimId())).isEmpty();
        assertThat(memberships.countMembers(connection, child.scimId())).isZero();
        assertThat(all(parent)).containsExactly(user("ben"));
        assertThat(groups.findById(connection, parent.scimId())).contains(parent.touched(LATER));
        assertThat(groups.insert(group("child"), List.of())).isTrue();
    }

    @Test
    void arriveWhenIdsAreParkedThenTheMemberTakesTheirPlaceOnceInEachGroup() {
        GroupRecord one = group("One");
        GroupRecord two = group("Two");
        groups.insert(one, List.of(parked("00u-ana"), parked("ana"), user("ben")));
        groups.insert(two, List.of(parked("00u-ana"), parked("00u-cleo"), user("ana-id")));

        groupsOfOtherNode.arrive(connection, List.of("00u-ana", "ana"), user("ana-id"), LATER);

        assertThat(all(one)).containsExactlyInAnyOrder(user("ana-id"), user("ben"));
        assertThat(all(two)).containsExactlyInAnyOrder(user("ana-id"), parked("00u-cleo"));
        assertThat(groups.findById(connection, one.scimId())).contains(one.touched(LATER));
        assertThat(memberships.findParked(connection, List.of("00u-ana", "00u-cleo")))
                .containsExactly(new Membership(two.scimId(), "00u-cleo", NOW, Optional.empty()));
    }

    @Test
    void parkedWhenThereAreManyThenPageByPageEachOnceWithTheTimeItWasAdded() {
        GroupRecord team = group("Team A");
        groups.insert(team, List.of(user("ana"), parked("p1"), parked("p2"), parked("p3")));

        List<ParkedMember> first = memberships.parked(connection, Optional.empty(), 2);
        List<ParkedMember> second = memberships.parked(connection, Optional.of(first.get(1)), 2);

        assertThat(first).hasSize(2).extracting(ParkedMember::since).containsOnly(NOW);
        assertThat(second).hasSize(1);
        assertThat(List.of(first.get(0), first.get(1), second.get(0)))
                .extracting(ParkedMember::memberId)
                .containsExactlyInAnyOrder("p1", "p2", "p3");
        assertThat(memberships.parked("another", Optional.empty(), 2)).isEmpty();
    }

    private static GroupMember parked(String id) {
        return new GroupMember(id, Kind.UNKNOWN, Optional.empty());
    }

    @Test
    void deleteWhenVersionIsOldThenFalseAndNothingIsGone() {
        GroupRecord team = group("Team A");
        groups.insert(team, List.of(user("ana")));
        groups.update(team.touched(LATER), 1, MemberChange.NONE);

        assertThat(groupsOfOtherNode.delete(team, LATER)).isFalse();

        assertThat(groups.findById(connection, team.scimId())).isPresent();
        assertThat(all(team)).containsExactly(user("ana"));
    }

    @Test
    void userRecordWhenMarkedDeletedAndAppliedThenItLeavesAllGroupsInTheSameStep() {
        UserRecord ana = person("ana");
        users.insert(ana);
        GroupRecord one = group("One");
        GroupRecord two = group("Two");
        groups.insert(one, List.of(user(ana.scimId()), user("ben")));
        groups.insert(two, List.of(user(ana.scimId())));

        users.update(deleted(ana, Progress.PENDING, 2), 1);
        assertThat(memberships.findGroupsOf(connection, List.of(ana.scimId()))).hasSize(2);

        users.update(deleted(ana, Progress.APPLIED, 2), 2);
        assertThat(memberships.findGroupsOf(connection, List.of(ana.scimId()))).isEmpty();
        assertThat(all(one)).containsExactly(user("ben"));
        assertThat(groups.findById(connection, one.scimId())).contains(one.touched(LATER));
        assertThat(groups.findById(connection, two.scimId())).contains(two.touched(LATER));
    }

    @Test
    void userRecordWhenRemovedOrReplacedThenItLeavesAllGroups() {
        UserRecord ana = person("ana");
        UserRecord ben = person("ben");
        users.insert(ana);
        users.insert(ben);
        GroupRecord team = group("Team A");
        groups.insert(team, List.of(user(ana.scimId()), user(ben.scimId()), user("cleo")));

        users.delete(connection, ana.scimId());
        users.replace(ben, person("ben"));

        assertThat(all(team)).containsExactly(user("cleo"));
        assertThat(groups.findById(connection, team.scimId()).orElseThrow().version())
                .isEqualTo(3);
    }

    /** Each node lets one edit at a time through, as its locks do; nothing keeps the nodes apart but the database. */
    @Test
    void editsWhenSixteenThreadsOnTwoNodesEditOneGroupThenNoneIsLost() throws Exception {
        GroupRecord team = group("Team A");
        groups.insert(team, List.of());
        int threads = 16;
        int editsEach = 10;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                GroupRecordStore store = thread % 2 == 0 ? groups : groupsOfOtherNode;
                int first = thread * editsEach;
                work.add(() -> {
                    start.await();
                    for (int edit = first; edit < first + editsEach; edit++) {
                        synchronized (store) {
                            add(store, team.scimId(), user("user" + edit));
                        }
                    }
                    return true;
                });
            }
            for (Future<Boolean> future : pool.invokeAll(work)) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(all(team)).containsExactlyInAnyOrderElementsOf(users(0, threads * editsEach));
        assertThat(groups.findById(connection, team.scimId()).orElseThrow().version())
                .isEqualTo(1 + threads * editsEach);
    }

    /** They share no lock, as each of them has that of its own record only. */
    @Test
    void usersWhenSixteenOnTwoNodesAreDeletedAtOnceThenAllHaveLeftTheirGroup() throws Exception {
        int threads = 16;
        List<UserRecord> people =
                IntStream.range(0, threads).mapToObj(i -> person("person" + i)).toList();
        people.forEach(users::insert);
        GroupRecord team = group("Team A");
        groups.insert(team, people.stream().map(each -> user(each.scimId())).toList());
        UserRecordStore usersOfOtherNode = new AoUserRecordStore(otherNode);
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<UpdateResult>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                UserRecordStore store = thread % 2 == 0 ? users : usersOfOtherNode;
                UserRecord gone = deleted(people.get(thread), Progress.APPLIED, 2);
                work.add(() -> {
                    start.await();
                    return store.update(gone, 1);
                });
            }
            for (Future<UpdateResult> future : pool.invokeAll(work)) {
                assertThat(future.get()).isEqualTo(UpdateResult.UPDATED);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(all(team)).isEmpty();
        assertThat(groups.findById(connection, team.scimId()).orElseThrow().version())
                .isEqualTo(1 + threads);
    }

    /** It joins behind the look at its groups, in a transaction that ends first. */
    @Test
    void userWhenItJoinsAGroupWhileBeingDeletedThenItIsNotInTheGroup() {
        UserRecord ana = person("ana");
        UserRecord ben = person("ben");
        users.insert(ana);
        users.insert(ben);
        GroupRecord team = group("Team A");
        groups.insert(team, List.of());

        users.update(deleted(ana, Progress.APPLIED, 2), 1, joining(team, ana));
        users.replace(ben, person("ben"), joining(team, ben));

        assertThat(all(team)).isEmpty();
        assertThat(groups.findById(connection, team.scimId()).orElseThrow().version())
                .isEqualTo(5);
    }

    private Alongside joining(GroupRecord group, UserRecord person) {
        return new Alongside() {
            @Override
            public void write() {
                CompletableFuture.runAsync(() -> add(groupsOfOtherNode, group.scimId(), user(person.scimId())))
                        .join();
            }

            @Override
            public void committed() {}
        };
    }

    private void add(GroupRecordStore store, String groupId, GroupMember member) {
        UpdateResult result;
        do {
            GroupRecord now = store.findById(connection, groupId).orElseThrow();
            result = store.update(now.touched(LATER), now.version(), new MemberChange.Edit(List.of(member), List.of()));
        } while (result == UpdateResult.STALE);
        assertThat(result).isEqualTo(UpdateResult.UPDATED);
    }

    /** Page by page, so that paging is part of every test. */
    private List<GroupMember> all(GroupRecord group) {
        List<GroupMember> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        Collection<GroupMember> page = memberships.members(connection, group.scimId(), after, 7);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(7);
            all.addAll(page);
            after = Optional.of(all.get(all.size() - 1).id());
            page = memberships.members(connection, group.scimId(), after, 7);
        }
        return all;
    }

    @Test
    void parkedMemberWhenItArrivesThenTheRequestThatNamedItIsKept() {
        GroupRecord team = group("Team");
        groups.insert(team, List.of(parked("00u-ana")), Optional.of("push"), Alongside.NOTHING);

        groupsOfOtherNode.arrive(connection, List.of("00u-ana"), user("ana-id"), LATER);

        assertThat(memberships.findGroupsOf(connection, List.of("ana-id")))
                .containsExactly(new Membership(team.scimId(), "ana-id", LATER, Optional.of("push")));
    }

    @Test
    void findGroupsOfWhenSeveralAreAskedThenEachWithItsGroupsSinceWhenAndByWhichRequest() {
        GroupRecord one = group("One");
        GroupRecord two = group("Two");
        groups.insert(one, List.of(user("ana")), Optional.of("first"), Alongside.NOTHING);
        groups.insert(two, List.of(user("ana")));
        MemberChange both = new MemberChange.Replacement(List.of(user("ana"), user("ben")));
        groups.update(one.touched(LATER), 1, both, Optional.of("second"), Alongside.NOTHING);

        assertThat(memberships.findGroupsOf(connection, List.of("ana", "ben", "cleo")))
                .containsExactlyInAnyOrder(
                        new Membership(one.scimId(), "ana", NOW, Optional.of("first")),
                        new Membership(one.scimId(), "ben", LATER, Optional.of("second")),
                        new Membership(two.scimId(), "ana", NOW, Optional.empty()));
    }

    private GroupRecord group(String name) {
        return new GroupRecord(
                UUID.randomUUID().toString(),
                connection,
                name,
                name,
                Optional.of("ext-" + name),
                "{\"displayName\":\"" + name + "\"}",
                NOW,
                NOW,
                GroupRecord.FIRST_VERSION);
    }

    private static GroupMember user(String id) {
        return new GroupMember(id, Kind.USER, Optional.empty());
    }

    private static List<GroupMember> users(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> user("user" + i)).toList();
    }

    private UserRecord person(String name) {
        return new UserRecord(
                UUID.randomUUID().toString(),
                connection,
                name,
                Optional.empty(),
                name,
                Optional.empty(),
                Lifecycle.MANAGED,
                Progress.APPLIED,
                "{}",
                NOW,
                NOW,
                1);
    }

    private static UserRecord deleted(UserRecord person, Progress progress, long version) {
        return new UserRecord(
                person.scimId(),
                person.connectionId(),
                person.nameKey(),
                Optional.empty(),
                person.directoryName(),
                Optional.empty(),
                Lifecycle.DELETED,
                progress,
                "",
                NOW,
                LATER,
                version);
    }
}
