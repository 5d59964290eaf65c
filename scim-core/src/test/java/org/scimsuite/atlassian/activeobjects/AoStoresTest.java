package org.scimsuite.atlassian.activeobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.java.ao.Query;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.connection.AccessToken;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionMode;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.connection.ProtocolSettings;
import org.scimsuite.core.connection.ProtocolSettings.Strictness;
import org.scimsuite.core.connection.TokenScope;
import org.scimsuite.core.connection.TokenStore;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.journal.JournalEntry;
import org.scimsuite.core.journal.JournalStore;
import org.scimsuite.core.journal.JournalStore.JournalQuery;
import org.scimsuite.core.journal.JournalTally;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.store.ExtensionSchema;
import org.scimsuite.core.store.SecretStore;

class AoStoresTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

    private static final ProtocolSettings STRICTER = new ProtocolSettings(
            Strictness.COMPATIBLE,
            Set.of(Tolerance.UNQUOTED_FILTER_VALUE, Tolerance.BOOLEAN_AS_TEXT),
            UnknownAttributes.REFUSE);

    private final Tables tables = TestActiveObjects.node(TestActiveObjects.newDatabase());
    private final ConnectionStore connections = new AoConnectionStore(tables);
    private final TokenStore tokens = new AoTokenStore(tables);
    private final JournalStore journal = new AoJournalStore(tables);
    private final String mark = UUID.randomUUID().toString();

    @Test
    void secretWhenAskedForByManyNodesThenItIsMadeOnceAndStays() {
        SecretStore secrets = new AoSecretStore(tables);
        String made = secrets.secret(mark, () -> {
            // another node is faster
            new AoSecretStore(tables).secret(mark, () -> "first");
            return "second";
        });

        assertThat(made).isEqualTo("first");
        assertThat(secrets.secret(mark, () -> "third")).isEqualTo("first");
        assertThat(secrets.secret("other " + mark, () -> "other")).isEqualTo("other");
    }

    @Test
    void insertConnectionWhenNameIsTakenInAnotherCaseThenFalse() {
        Connection okta = connection("Okta " + mark);

        assertThat(connections.insert(okta)).isTrue();
        assertThat(connections.insert(connection("OKTA " + mark))).isFalse();

        assertThat(connections.find(okta.id())).contains(okta);
    }

    @Test
    void findAllWhenSeveralThenOrderedByNameWithoutCase() {
        Connection b = connection("b " + mark);
        Connection a = connection("A " + mark);
        Connection c = connection("C " + mark);
        List.of(b, a, c).forEach(connections::insert);

        assertThat(connections.findAll())
                .filteredOn(x -> x.name().endsWith(mark))
                .containsExactly(a, b, c);
    }

    @Test
    void updateConnectionWhenStoredVersionIsThePreviousOneThenReplaced() {
        Connection okta = connection("Okta " + mark);
        connections.insert(okta);
        Connection paused = new Connection(
                okta.id(),
                "Entra " + mark,
                2,
                DeletePolicy.REMOVE,
                ConnectionMode.PAUSED,
                STRICTER,
                25,
                Optional.of("boss"),
                NOW,
                2);

        assertThat(connections.update(paused)).isTrue();
        assertThat(connections.update(paused)).as("the same change again").isFalse();

        assertThat(connections.find(okta.id())).contains(paused);
    }

    @Test
    void findConnectionWhenTheRowIsOlderThanItsSettingsThenTheDefaults() {
        Connection okta = connection("Okta " + mark);
        connections.insert(okta);
        tables.inTransaction(() -> {
            ConnectionRow row = row(okta);
            row.setStrictness(null);
            row.setSwitchedOff(null);
            row.setUnknownAttributes(null);
            row.setRequestsPerSecond(null);
            row.save();
            return row;
        });

        assertThat(connections.find(okta.id())).contains(okta);
    }

    @Test
    void findConnectionWhenATolerancesNameIsNoLongerKnownThenTheOthersStaySwitchedOff() {
        Connection okta = connection("Okta " + mark);
        connections.insert(okta);
        tables.inTransaction(() -> {
            ConnectionRow row = row(okta);
            row.setSwitchedOff("GONE_WITH_AN_UPGRADE DOTTED_KEY");
            row.save();
            return row;
        });

        assertThat(connections.find(okta.id()).orElseThrow().protocol().switchedOff())
                .containsExactly(Tolerance.DOTTED_KEY);
    }

    @Test
    void updateConnectionWhenNameIsTakenByAnotherThenFalseAndNothingChanged() {
        Connection okta = connection("Okta " + mark);
        Connection entra = connection("Entra " + mark);
        connections.insert(okta);
        connections.insert(entra);

        assertThat(connections.update(new Connection(
                        entra.id(),
                        okta.name(),
                        1,
                        DeletePolicy.REMOVE,
                        ConnectionMode.LIVE,
                        STRICTER,
                        25,
                        Optional.of("boss"),
                        NOW,
                        2)))
                .isFalse();

        assertThat(connections.find(entra.id())).contains(entra);
    }

    @Test
    void deleteConnectionWhenItHasTokensThenTheyGoWithIt() {
        Connection okta = connection("Okta " + mark);
        connections.insert(okta);
        AccessToken mine = token(okta.id(), NOW);
        AccessToken foreign = token("other-" + mark, NOW);
        tokens.insert(mine);
        tokens.insert(foreign);

        connections.delete(okta.id());

        assertThat(connections.find(okta.id())).isEmpty();
        assertThat(tokens.findBySha256(mine.sha256())).isEmpty();
        assertThat(tokens.findBySha256(foreign.sha256())).contains(foreign);
    }

    @Test
    void findTokensWhenSeveralThenNewestFirst() {
        AccessToken old = token(mark, NOW.minusSeconds(10));
        AccessToken young = token(mark, NOW);
        tokens.insert(old);
        tokens.insert(young);

        assertThat(tokens.findByConnection(mark)).containsExactly(young, old);
    }

    @Test
    void findTokenWhenTheRowIsOlderThanItsScopeThenItMayWrite() {
        AccessToken token = token(mark, NOW);
        tokens.insert(token);
        tables.inTransaction(() -> {
            TokenRow row = Arrays.stream(tables.find(TokenRow.class, Query.select()))
                    .filter(each -> each.getTokenId().equals(token.id()))
                    .findFirst()
                    .orElseThrow();
            row.setTokenScope(null);
            row.save();
            return row;
        });

        assertThat(tokens.findBySha256(token.sha256()).orElseThrow().scope()).isEqualTo(TokenScope.WRITE);
    }

    @Test
    void insertTokenWhenHashExistsThenRefused() {
        AccessToken token = token(mark, NOW);
        tokens.insert(token);

        assertThatThrownBy(() -> tokens.insert(new AccessToken(
                        "other",
                        mark,
                        "copy",
                        TokenScope.WRITE,
                        token.sha256(),
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void revokeWhenCalledAgainThenTheFirstTimeStays() {
        AccessToken token = token(mark, NOW);
        tokens.insert(token);

        assertThat(tokens.revoke("another connection", token.id(), NOW)).isFalse();
        assertThat(tokens.revoke(mark, token.id(), NOW)).isTrue();
        assertThat(tokens.revoke(mark, token.id(), NOW.plusSeconds(60))).isTrue();

        assertThat(tokens.findBySha256(token.sha256()).orElseThrow().revokedAt())
                .contains(NOW);
    }

    @Test
    void touchWhenTokenExistsThenLastUseIsKept() {
        AccessToken token = token(mark, NOW);
        tokens.insert(token);

        tokens.touch(token.id(), NOW.plusSeconds(90));
        tokens.touch("no such token", NOW);

        assertThat(tokens.findBySha256(token.sha256()).orElseThrow().lastUsedAt())
                .contains(NOW.plusSeconds(90));
    }

    @Test
    void updateJournalWhenRequestEndsThenOutcomeIsFound() {
        JournalEntry running = entry("running", NOW, "subject");
        JournalEntry done = new JournalEntry(
                running.id(),
                NOW,
                Optional.of(mark),
                Optional.of("token"),
                "POST",
                "/Users",
                409,
                JournalEntry.Outcome.REFUSED,
                Optional.of("uniqueness"),
                Optional.of("The name is taken."),
                Optional.of("subject"),
                Optional.of("ana"),
                List.of("Entra: active sent as text", "second"),
                List.of("create \"ana\""),
                running.body(),
                Duration.ofMillis(42));

        journal.insert(running).replace(done);

        assertThat(journal.find(running.id())).contains(done);
    }

    @Test
    void findJournalWhenFilteredThenNewestFirstUpToTheLimit() {
        JournalEntry first = entry("1", NOW, "ana");
        JournalEntry second = entry("2", NOW.plusSeconds(1), "ben");
        JournalEntry third = entry("3", NOW.plusSeconds(1), "ana");
        List.of(first, second, third).forEach(journal::insert);

        Optional<String> connection = Optional.of(mark);
        assertThat(journal.find(new JournalQuery(connection, Optional.empty(), 10)))
                .containsExactly(third, second, first);
        assertThat(journal.find(new JournalQuery(connection, Optional.empty(), 2)))
                .containsExactly(third, second);
        assertThat(journal.find(new JournalQuery(connection, Optional.of("ana"), 10)))
                .containsExactly(third, first);
        assertThat(journal.find(new JournalQuery(Optional.empty(), Optional.empty(), 1)))
                .containsExactly(third);
    }

    @Test
    void findJournalWhenOlderThanAnEntryOrOfAnOutcomeThenOnlyThose() {
        JournalEntry first = entry("1", NOW, "ana");
        JournalEntry second = ended(entry("2", NOW.plusSeconds(1), "ben"), "POST", JournalEntry.Outcome.REFUSED);
        JournalEntry third = entry("3", NOW.plusSeconds(1), "ana");
        List.of(first, second, third).forEach(journal::insert);
        Optional<String> connection = Optional.of(mark);
        Optional<String> any = Optional.empty();

        assertThat(journal.find(new JournalQuery(connection, any, Optional.empty(), Optional.of(third.id()), 10)))
                .containsExactly(second, first);
        assertThat(journal.find(new JournalQuery(connection, any, Optional.empty(), Optional.of(second.id()), 10)))
                .containsExactly(first);
        assertThat(journal.find(new JournalQuery(connection, any, Optional.empty(), Optional.of("gone"), 10)))
                .isEmpty();
        assertThat(journal.find(new JournalQuery(
                        connection, any, Optional.of(JournalEntry.Outcome.REFUSED), Optional.empty(), 10)))
                .containsExactly(second);
    }

    @Test
    void tallyJournalWhenAskedThenRequestsSinceThenByOutcomeWithoutThoseOfAdmins() {
        JournalEntry old = ended(entry("1", NOW.minusMillis(1), "ana"), "POST", JournalEntry.Outcome.APPLIED);
        JournalEntry applied = ended(entry("2", NOW, "ana"), "POST", JournalEntry.Outcome.APPLIED);
        JournalEntry refused = ended(entry("3", NOW.plusSeconds(1), "ana"), "PUT", JournalEntry.Outcome.REFUSED);
        JournalEntry again = ended(entry("4", NOW.plusSeconds(2), "ana"), "PUT", JournalEntry.Outcome.REFUSED);
        JournalEntry admin =
                ended(entry("5", NOW.plusSeconds(3), "ana"), JournalEntry.ADMIN_METHOD, JournalEntry.Outcome.APPLIED);
        List.of(old, applied, refused, again, admin).forEach(journal::insert);

        JournalTally tally = journal.tally(Optional.of(mark), NOW);

        assertThat(tally.total()).isEqualTo(3);
        assertThat(tally.of(JournalEntry.Outcome.APPLIED)).isEqualTo(1);
        assertThat(tally.of(JournalEntry.Outcome.REFUSED)).isEqualTo(2);
        assertThat(tally.of(JournalEntry.Outcome.FAILED)).isZero();
        assertThat(journal.tally(Optional.empty(), NOW).total()).isZero();
    }

    private static JournalEntry ended(JournalEntry entry, String method, JournalEntry.Outcome outcome) {
        return new JournalEntry(
                entry.id(),
                entry.receivedAt(),
                entry.connectionId(),
                entry.tokenId(),
                method,
                entry.path(),
                200,
                outcome,
                entry.scimType(),
                entry.detail(),
                entry.subjectId(),
                entry.subjectName(),
                entry.notes(),
                entry.plan(),
                entry.body(),
                entry.duration());
    }

    @Test
    void insertJournalWhenAStrangerSendsOversizedAndUnstorableTextThenItIsKeptAsFarAsPossible() {
        JournalEntry hostile = new JournalEntry(
                mark + "hostile",
                NOW,
                Optional.empty(),
                Optional.empty(),
                "M".repeat(500),
                "/Users/\u0000" + "x".repeat(5_000),
                401,
                JournalEntry.Outcome.REFUSED,
                Optional.empty(),
                Optional.empty(),
                Optional.of("s".repeat(500)),
                Optional.of("n".repeat(5_000)),
                List.of(),
                List.of(),
                "\u0000",
                Duration.ZERO);

        journal.insert(hostile);

        JournalEntry kept = journal.find(hostile.id()).orElseThrow();
        assertThat(kept.method()).isEqualTo("M".repeat(20));
        assertThat(kept.path()).isEqualTo("/Users/\uFFFD" + "x".repeat(5_000));
        assertThat(kept.body()).isEqualTo("\uFFFD");
        assertThat(kept.subjectName()).contains("n".repeat(5_000));
    }

    @Test
    void extensionSchemasWhenWrittenThenTheVersionDecidesAndTheUriIsUnique() {
        AoExtensionSchemaStore schemas = new AoExtensionSchemaStore(tables);
        String uri = "urn:acme:" + mark;
        ExtensionSchema first = new ExtensionSchema(uri, "User", false, "{\"id\":\"x\"}".repeat(5_000), 1);
        ExtensionSchema second = new ExtensionSchema(uri, "User", true, "{}", 2);

        assertThat(schemas.insert(first)).isTrue();
        assertThat(schemas.insert(new ExtensionSchema(uri.toUpperCase(Locale.ROOT), "User", false, "{}", 1)))
                .isFalse();
        assertThat(schemas.findAll()).contains(first);
        assertThat(schemas.update(second)).isTrue();
        assertThat(schemas.update(second)).isFalse();
        assertThat(schemas.findAll()).contains(second).doesNotContain(first);

        schemas.delete(uri);

        assertThat(schemas.findAll()).doesNotContain(second);
        assertThat(schemas.update(new ExtensionSchema(uri, "User", true, "{}", 3)))
                .isFalse();
    }

    private ConnectionRow row(Connection connection) {
        return Arrays.stream(tables.find(ConnectionRow.class, Query.select()))
                .filter(row -> row.getConnectionId().equals(connection.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Connection connection(String name) {
        return new Connection(
                UUID.randomUUID().toString(),
                name,
                1,
                DeletePolicy.DEACTIVATE,
                ConnectionMode.LIVE,
                ProtocolSettings.COMPATIBLE,
                Connection.DEFAULT_REQUESTS_PER_SECOND,
                Optional.empty(),
                NOW,
                1);
    }

    private static AccessToken token(String connectionId, Instant created) {
        return new AccessToken(
                UUID.randomUUID().toString(),
                connectionId,
                "production",
                TokenScope.READ,
                KeyHash.of(UUID.randomUUID().toString()),
                created,
                Optional.of(created.plusSeconds(3_600)),
                Optional.empty(),
                Optional.empty());
    }

    private JournalEntry entry(String id, Instant received, String subject) {
        return new JournalEntry(
                mark.substring(0, 20) + id,
                received,
                Optional.of(mark),
                Optional.of("token"),
                "POST",
                "/Users",
                0,
                JournalEntry.Outcome.RUNNING,
                Optional.empty(),
                Optional.empty(),
                Optional.of(subject),
                Optional.empty(),
                List.of(),
                List.of(),
                "",
                Duration.ZERO);
    }
}
