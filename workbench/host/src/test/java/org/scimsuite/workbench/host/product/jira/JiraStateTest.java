package org.scimsuite.workbench.host.product.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.workbench.host.HostOptions.Jdbc;
import org.scimsuite.workbench.host.HostOptions.Nodes;
import org.scimsuite.workbench.host.database.Database;
import org.scimsuite.workbench.host.database.HostLocks;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.product.Product;

/** What the stand-in plays of Jira. */
class JiraStateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database =
            Database.open(new Jdbc("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final StandInCrowd crowd =
            StandInCrowd.open(database, new HostLocks(database, Nodes.ONE), Product.JIRA, "admin", "admin");
    private final JiraState state = new JiraState(crowd);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keyWhenThePersonIsRenamedInTheDirectoryThenStaysAndGoesToNobodyElse() throws Exception {
        order("{'userKey':'ana.existing'}");
        String key = state.show().at("/userKey/ana.existing").asText();

        crowd.directoryManager().renameUser(1, "ana.existing", "ana.married");
        order("{'userKey':'ana.married'}");

        assertThat(key).startsWith("JIRAUSER1");
        assertThat(state.show().at("/userKey/ana.married").asText()).isEqualTo(key);
    }

    @Test
    void takenWhenPeopleOfTheGroupsAreActiveThenEachCountsOnce() throws Exception {
        int before = state.show().at("/taken").asInt();
        crowd.directoryManager().addUserToGroup(1, "Ben.MixedCase", "jira-software-users");
        crowd.directoryManager().addUserToGroup(1, "admin", "jira-software-users");

        assertThat(before).isEqualTo(2);
        assertThat(state.show().at("/taken").asInt()).isEqualTo(3);
    }

    @Test
    void leadsWhenTheLeadIsRenamedThenStillTheirs() throws Exception {
        order("{'leads':{'ABC':'ana.existing'}}");
        crowd.directoryManager().renameUser(1, "ana.existing", "ana.married");

        assertThat(state.show().at("/leads/ABC").asText()).isEqualTo("ana.married");
        assertThatThrownBy(() -> order("{'leads':{'ABC':'nobody'}}")).isInstanceOf(IllegalArgumentException.class);
    }

    private void order(String order) throws Exception {
        JsonNode json = JSON.readTree(order.replace('\'', '"'));
        state.order(json);
    }
}
