package org.scimsuite.atlassian.activeobjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;
import org.scimsuite.core.store.UserRecord.Progress;

/** What the stores ask the database, as H2 counts it. */
class AoStatementsTest {

    private static final String CONNECTION = "c";
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30.123Z");

    private final String database = TestActiveObjects.newDatabase();
    private final Tables node = TestActiveObjects.node(database);
    private final AoUserRecordStore users = new AoUserRecordStore(node);
    private final AoGroupRecordStore groups = new AoGroupRecordStore(node);
    private final AoMembershipStore memberships = new AoMembershipStore(node);

    @Test
    void findWhenAUserIsLookedUpThenOneStatementReadsIt() throws SQLException {
        UserRecord ana = user("ana");
        users.insert(ana);

        assertThat(selects(() ->
                        assertThat(users.findById(CONNECTION, ana.scimId())).contains(ana)))
                .hasSize(1);
        assertThat(selects(
                        () -> assertThat(users.findByNameKey(CONNECTION, "ana")).contains(ana)))
                .hasSize(1);
    }

    @Test
    void findWhenAGroupIsLookedUpThenOneStatementReadsIt() throws SQLException {
        GroupRecord team = group("team");
        groups.insert(team, List.of());

        assertThat(selects(() ->
                        assertThat(groups.findById(CONNECTION, team.scimId())).contains(team)))
                .hasSize(1);
    }

    @Test
    void membersWhenReadThenOneStatementReadsThem() throws SQLException {
        GroupMember ana = new GroupMember("ana", GroupMember.Kind.USER, Optional.of("Ana"));
        GroupMember ben = new GroupMember("ben", GroupMember.Kind.USER, Optional.empty());
        groups.insert(group("team"), List.of(ana, ben));

        assertThat(selects(() -> assertThat(memberships.members(CONNECTION, "id-team", Optional.empty(), 10))
                        .containsExactlyInAnyOrder(ana, ben)))
                .hasSize(1);
        assertThat(selects(() -> assertThat(memberships.findGroupsOf(CONNECTION, List.of("ana", "ben")))
                        .hasSize(2)))
                .hasSize(1);
    }

    /** The kinds of SELECT that work sends, each as often as it is sent. */
    private List<String> selects(Runnable work) throws SQLException {
        assumeTrue(database.startsWith("jdbc:h2:"), "only H2 counts statements in this way");
        try (Connection watcher = DriverManager.getConnection(database, "sa", "");
                Statement statement = watcher.createStatement()) {
            statement.execute("SET QUERY_STATISTICS TRUE");
            work.run();
            List<String> sent = new ArrayList<>();
            try (ResultSet counted = statement.executeQuery(
                    "select sql_statement, execution_count from information_schema.query_statistics"
                            + " where sql_statement like 'SELECT %AO\\_%' order by sql_statement")) {
                while (counted.next()) {
                    for (int count = 0; count < counted.getInt(2); count++) {
                        sent.add(counted.getString(1));
                    }
                }
            }
            statement.execute("SET QUERY_STATISTICS FALSE");
            return sent;
        }
    }

    private static UserRecord user(String name) {
        return new UserRecord(
                "id-" + name,
                CONNECTION,
                name,
                Optional.of("ext-" + name),
                name,
                Optional.of("dir-" + name),
                Lifecycle.MANAGED,
                Progress.APPLIED,
                "{}",
                NOW,
                NOW,
                UserRecord.FIRST_VERSION);
    }

    private static GroupRecord group(String name) {
        return new GroupRecord(
                "id-" + name, CONNECTION, name, name, Optional.empty(), "{}", NOW, NOW, GroupRecord.FIRST_VERSION);
    }
}
