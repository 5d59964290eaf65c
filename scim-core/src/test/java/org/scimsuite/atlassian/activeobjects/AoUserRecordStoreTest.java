package org.scimsuite.atlassian.activeobjects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.store.NameOrder;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;
import org.scimsuite.core.store.UserRecord.Progress;
import org.scimsuite.core.store.UserRecordStore;
import org.scimsuite.core.store.UserRecordStore.UpdateResult;

class AoUserRecordStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

    private final String database = TestActiveObjects.newDatabase();
    private final UserRecordStore store = new AoUserRecordStore(TestActiveObjects.node(database));
    private final UserRecordStore otherNode = new AoUserRecordStore(TestActiveObjects.node(database));
    private final String connection = UUID.randomUUID().toString();

    @Test
    void insertWhenNameIsFreeThenOtherNodeFindsTheWholeRecord() {
        UserRecord ana = record("ana");

        assertThat(store.insert(ana)).isTrue();

        assertThat(otherNode.findById(connection, ana.scimId())).contains(ana);
        assertThat(otherNode.findByNameKey(connection, "ana")).contains(ana);
        assertThat(otherNode.findByExternalId(connection, "ext-ana")).containsExactly(ana);
        assertThat(otherNode.findById("another", ana.scimId())).isEmpty();
        assertThat(otherNode.findByNameKey("another", "ana")).isEmpty();
        assertThat(otherNode.findByExternalId("another", "ext-ana")).isEmpty();
    }

    @Test
    void insertWhenNameIsTakenThenFalseAndNothingChanged() {
        UserRecord ana = record("ana");
        store.insert(ana);

        assertThat(otherNode.insert(record("ana"))).isFalse();

        assertThat(store.findByNameKey(connection, "ana")).contains(ana);
    }

    @Test
    void insertWhenOptionalValuesAreAbsentThenTheyStayAbsent() {
        UserRecord bare = new UserRecord(
                "id-bare",
                connection,
                "bare",
                Optional.empty(),
                "bare",
                Optional.empty(),
                Lifecycle.LINKED,
                Progress.APPLIED,
                "",
                NOW,
                NOW,
                1);

        store.insert(bare);

        assertThat(store.findById(connection, "id-bare")).contains(bare);
    }

    @Test
    void insertWhenValuesAreLongAndForeignThenKeptExactly() {
        String longName = "ü".repeat(1_000);
        UserRecord record = new UserRecord(
                UUID.randomUUID().toString(),
                connection,
                longName,
                Optional.of("外部".repeat(500)),
                longName,
                Optional.of("x".repeat(1_000)),
                Lifecycle.MANAGED,
                Progress.PENDING,
                "{\"a\":\"" + "\uD83D\uDE00".repeat(100_000) + "\"}",
                NOW,
                NOW,
                Long.MAX_VALUE);

        store.insert(record);

        assertThat(otherNode.findByNameKey(connection, longName)).contains(record);
        assertThat(otherNode.findByExternalId(connection, "外部".repeat(500))).containsExactly(record);
    }

    @Test
    void findWhenIdDiffersInCaseThenEmpty() {
        UserRecord ana = record("ana");
        store.insert(ana);

        assertThat(store.findById(connection, ana.scimId().toUpperCase(java.util.Locale.ROOT)))
                .isEmpty();
        assertThat(store.findByExternalId(connection, "EXT-ana")).isEmpty();
    }

    @Test
    void findByNameKeysWhenThousandsAreAskedThenTheExistingOnesAreReturned() {
        List<UserRecord> records =
                IntStream.range(0, 600).mapToObj(i -> record("user" + i)).toList();
        records.forEach(store::insert);
        List<String> names = IntStream.range(0, 1_200).mapToObj(i -> "user" + i).toList();

        assertThat(store.findByNameKeys(connection, names)).containsExactlyInAnyOrderElementsOf(records);
        assertThat(store.findByNameKeys(connection, List.of())).isEmpty();
    }

    @Test
    void updateWhenVersionMatchesThenEveryFieldIsReplaced() {
        UserRecord ana = record("ana");
        store.insert(ana);
        UserRecord renamed = new UserRecord(
                ana.scimId(),
                connection,
                "anna",
                Optional.empty(),
                "Anna",
                Optional.of("dir-2"),
                Lifecycle.DELETED,
                Progress.PENDING,
                "{}",
                NOW.minusSeconds(5),
                NOW.plusSeconds(5),
                2);

        assertThat(store.update(renamed, 1)).isEqualTo(UpdateResult.UPDATED);

        assertThat(otherNode.findById(connection, ana.scimId())).contains(renamed);
        assertThat(otherNode.findByNameKey(connection, "ana")).isEmpty();
        assertThat(otherNode.findByExternalId(connection, "ext-ana")).isEmpty();
    }

    @Test
    void updateWhenVersionIsOldThenStaleAndNothingChanged() {
        UserRecord ana = record("ana");
        store.insert(ana);
        UserRecord second = version(ana, 2);
        store.update(second, 1);

        assertThat(otherNode.update(version(ana, 3), 1)).isEqualTo(UpdateResult.STALE);

        assertThat(store.findById(connection, ana.scimId())).contains(second);
    }

    @Test
    void updateWhenRecordIsGoneThenStale() {
        assertThat(store.update(record("ghost"), 1)).isEqualTo(UpdateResult.STALE);
    }

    @Test
    void updateWhenAnotherRecordHasTheNameThenNameTakenAndNothingChanged() {
        UserRecord ana = record("ana");
        UserRecord ben = record("ben");
        store.insert(ana);
        store.insert(ben);
        UserRecord benAsAna = new UserRecord(
                ben.scimId(),
                connection,
                "ana",
                ben.externalId(),
                "ana",
                ben.directoryExternalId(),
                ben.lifecycle(),
                ben.progress(),
                ben.resource(),
                NOW,
                NOW,
                2);

        assertThat(store.update(benAsAna, 1)).isEqualTo(UpdateResult.NAME_TAKEN);

        assertThat(store.findById(connection, ben.scimId())).contains(ben);
        assertThat(store.findByNameKey(connection, "ana")).contains(ana);
    }

    @Test
    void updateWhenTheVersionIsCarriedOutThenTheRecordIsAppliedAndFoundByWhatChanged() {
        UserRecord pending = pending(record("ana"), 1, "{\"userName\":\"ana\"}");
        store.insert(pending);
        UserRecord applied = pending.applied("anna", "Anna", Optional.of("dir-2"));

        assertThat(otherNode.update(applied, 1)).isEqualTo(UpdateResult.UPDATED);

        assertThat(store.findById(connection, pending.scimId())).contains(applied);
        assertThat(store.findByNameKey(connection, "anna")).contains(applied);
        assertThat(store.findByNameKey(connection, "ana")).isEmpty();
        assertThat(store.findByDirectoryExternalIds(connection, List.of("dir-2", "dir-ana")))
                .containsExactly(applied);
        assertThat(store.findPending(connection)).isEmpty();
    }

    @Test
    void updateWhenTheVersionIsCarriedOutButSomebodyChangedTheRecordThenStaleAndNothingChanged() {
        UserRecord ana = record("ana");
        UserRecord pending = pending(ana, 1, ana.resource());
        store.insert(pending);
        UserRecord applied = pending.applied("ana", "ana", Optional.of("dir-2"));

        UserRecord continued = pending(ana, 1, "{\"userName\":\"ana\",\"title\":\"Dr\"}");
        otherNode.update(continued, 1);
        assertThat(store.update(applied, 1)).isEqualTo(UpdateResult.STALE);
        assertThat(store.findById(connection, ana.scimId())).contains(continued);

        UserRecord superseding = version(ana, 2);
        otherNode.update(superseding, 1);
        assertThat(store.update(applied, 1)).isEqualTo(UpdateResult.STALE);
        assertThat(store.findById(connection, ana.scimId())).contains(superseding);
    }

    @Test
    void updateWhenTheVersionIsCarriedOutUnderATakenNameThenNameTakenAndNothingChanged() {
        UserRecord ana = record("ana");
        UserRecord ben = record("ben");
        store.insert(ana);
        store.insert(ben);

        assertThat(store.update(ben.applied("ana", "ana", ben.directoryExternalId()), 1))
                .isEqualTo(UpdateResult.NAME_TAKEN);

        assertThat(store.findById(connection, ben.scimId())).contains(ben);
    }

    @Test
    void deleteWhenCalledTwiceThenGoneAndTheNameIsFree() {
        UserRecord ana = record("ana");
        store.insert(ana);

        store.delete(connection, ana.scimId());
        store.delete(connection, ana.scimId());

        assertThat(store.findById(connection, ana.scimId())).isEmpty();
        assertThat(store.insert(record("ana"))).isTrue();
    }

    @Test
    void insertWhenTwoNodesRaceForANameThenOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "race" + round;

            List<Boolean> results = race(8, node -> node.insert(record(name)));

            assertThat(results).filteredOn(won -> won).hasSize(1);
        }
    }

    @Test
    void updateWhenTwoNodesRaceOnOneVersionThenOneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            UserRecord ana = record("ana" + round);
            store.insert(ana);

            List<UpdateResult> results = race(8, node -> node.update(version(ana, 2), 1));

            assertThat(results).filteredOn(UpdateResult.UPDATED::equals).hasSize(1);
            assertThat(results).filteredOn(UpdateResult.STALE::equals).hasSize(7);
        }
    }

    @Test
    void replaceWhenVersionMatchesThenSuccessorHasTheNameAndTheOldIdIsGone() {
        UserRecord former = record("ana");
        UserRecord successor = record("ana");
        store.insert(former);

        assertThat(otherNode.replace(former, successor)).isTrue();

        assertThat(store.findById(connection, former.scimId())).isEmpty();
        assertThat(store.findByNameKey(connection, "ana")).contains(successor);
        assertThat(store.replace(former, record("ana"))).isFalse();
    }

    @Test
    void replaceWhenVersionIsOldOrNameIsTakenThenFalseAndNothingChanged() {
        UserRecord ana = record("ana");
        UserRecord ben = record("ben");
        store.insert(ana);
        store.insert(ben);

        assertThat(store.replace(version(ana, 7), record("ana"))).isFalse();
        assertThat(store.replace(ana, record("ben"))).isFalse();

        assertThat(store.findByNameKey(connection, "ana")).contains(ana);
        assertThat(store.findByNameKey(connection, "ben")).contains(ben);
    }

    @Test
    void replaceWhenTwoNodesRaceForARecordThenOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            UserRecord former = record("former" + round);
            store.insert(former);

            List<Boolean> results = race(8, node -> node.replace(former, record(former.nameKey())));

            assertThat(results).filteredOn(won -> won).hasSize(1);
        }
    }

    @Test
    void findByDirectoryExternalIdsWhenSomeExistThenThoseOfTheConnection() {
        UserRecord ana = record("ana");
        UserRecord ben = record("ben");
        store.insert(ana);
        store.insert(ben);

        assertThat(otherNode.findByDirectoryExternalIds(connection, List.of("dir-ana", "dir-zoe")))
                .containsExactly(ana);
        assertThat(otherNode.findByDirectoryExternalIds("another", List.of("dir-ana")))
                .isEmpty();
        assertThat(otherNode.findByDirectoryExternalIds(connection, List.of())).isEmpty();
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
        names.forEach(name -> store.insert(record(name)));
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();

        for (List<UserRecord> page = otherNode.page(connection, after, 3);
                !page.isEmpty();
                page = otherNode.page(connection, after, 3)) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            page.forEach(record -> seen.add(record.nameKey()));
            after = Optional.of(seen.get(seen.size() - 1));
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        names.stream().sorted(NameOrder.COMPARATOR).toList());
        assertThat(store.count(connection)).isEqualTo(names.size());
    }

    @Test
    void pageWhenAnotherConnectionHasRecordsThenOnlyThoseOfTheConnection() {
        store.insert(record("ana"));

        assertThat(store.page("another", Optional.empty(), 10)).isEmpty();
        assertThat(store.count("another")).isZero();
    }

    @Test
    void pageWhenAPersonIsRenamedThenTheyMoveInTheOrder() {
        UserRecord ana = record("ana");
        store.insert(ana);
        store.insert(record("ben"));
        UserRecord zoe = ana.applied("zoe", "zoe", ana.directoryExternalId());
        store.update(zoe, 1);

        assertThat(store.page(connection, Optional.of("ben"), 10)).containsExactly(zoe);
        assertThat(store.page(connection, Optional.of("bem"), 1))
                .extracting(UserRecord::nameKey)
                .containsExactly("ben");
    }

    @Test
    void nameKeysWhenAskedForAStageOfLifeThenOnlyThose() {
        store.insert(record("ana"));
        store.insert(record("ben"));

        assertThat(otherNode.nameKeys(connection, Lifecycle.MANAGED)).containsExactlyInAnyOrder("ana", "ben");
        assertThat(otherNode.nameKeys(connection, Lifecycle.DELETED)).isEmpty();
        assertThat(otherNode.nameKeys("another", Lifecycle.MANAGED)).isEmpty();
    }

    @Test
    void findPendingWhenSomethingWasLeftUndoneThenOnlyThat() {
        UserRecord ana = record("ana");
        store.insert(ana);
        store.insert(record("ben"));
        UserRecord undone = pending(ana, 2, ana.resource());
        store.update(undone, 1);

        assertThat(otherNode.findPending(connection)).containsExactly(undone);
        assertThat(otherNode.findPending("another")).isEmpty();
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T on(UserRecordStore node);
    }

    private <T> List<T> race(int contenders, Attempt<T> attempt) throws Exception {
        CyclicBarrier start = new CyclicBarrier(contenders);
        ExecutorService threads = Executors.newFixedThreadPool(contenders);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < contenders; i++) {
                UserRecordStore node = i % 2 == 0 ? store : otherNode;
                calls.add(() -> {
                    start.await();
                    return attempt.on(node);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private UserRecord record(String name) {
        return new UserRecord(
                UUID.randomUUID().toString(),
                connection,
                name,
                Optional.of("ext-" + name),
                name,
                Optional.of("dir-" + name),
                Lifecycle.MANAGED,
                Progress.APPLIED,
                "{\"userName\":\"" + name + "\"}",
                NOW,
                NOW,
                1);
    }

    private UserRecord pending(UserRecord record, long version, String resource) {
        return new UserRecord(
                record.scimId(),
                connection,
                record.nameKey(),
                record.externalId(),
                record.directoryName(),
                record.directoryExternalId(),
                Lifecycle.MANAGED,
                Progress.PENDING,
                resource,
                NOW,
                NOW,
                version);
    }

    private static UserRecord version(UserRecord record, long version) {
        return new UserRecord(
                record.scimId(),
                record.connectionId(),
                record.nameKey(),
                record.externalId(),
                record.directoryName(),
                record.directoryExternalId(),
                record.lifecycle(),
                record.progress(),
                "{\"version\":" + version + "}",
                record.created(),
                record.lastModified(),
                version);
    }
}
