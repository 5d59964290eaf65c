package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimsuite.workbench.replay.Person;

/** The check that users run against a real product, against hosts that are as a product should be. */
@OnEachHost(databases = Database.H2)
class LiveCheckTest extends AcceptanceCase {

    private static final Map<String, String> ADMIN = Map.of("SCIM_ADMIN_USER", "admin", "SCIM_ADMIN_PASSWORD", "admin");

    @TempDir
    Path folder;

    @Test
    void liveCheckWhenTheHostIsAsItShouldBeThenNothingDiffersAndNothingIsLeftBehind() throws Exception {
        List<Person> people = admin.people(1).people();
        Map<String, List<String>> groups = admin.localGroups(1).all();
        JsonNode connections = admin.get("/connections").json();

        LiveCheckProcess check = LiveCheckProcess.run(folder, ADMIN, base(), "--yes", "--directory=1");

        assertThat(check.exitCode()).as(check.output()).isZero();
        assertThat(check.report())
                .contains("## 1. At the door", "## 4. A group", "## 8. Afterwards")
                .doesNotContain("DIFFERENT");
        assertThat(check.report())
                .as("neither where it was nor with which secrets")
                .contains("<base>")
                .doesNotContain(
                        host.process().base().getHost(),
                        String.valueOf(host.process().base().getPort()),
                        "scim_",
                        "Basic ",
                        "Internal");
        assertThat(check.report().lines().filter(line -> line.startsWith("| not checked")))
                .as("what only a real product has")
                .hasSize(4)
                .allMatch(line -> line.contains("the product's own REST API"));
        assertThat(admin.people(1).people()).isEqualTo(people);
        assertThat(admin.localGroups(1).all()).isEqualTo(groups);
        assertThat(admin.get("/connections").json()).isEqualTo(connections);
    }

    @Test
    void liveCheckWhenNobodyConfirmsThenNothingIsWritten() throws Exception {
        JsonNode connections = admin.get("/connections").json();
        String journal =
                admin.get("/journal?limit=1&connection=" + host.connectionId()).text();

        LiveCheckProcess check = LiveCheckProcess.run(folder, ADMIN, base(), "--directory=1");

        assertThat(check.exitCode()).as(check.output()).isEqualTo(2);
        assertThat(check.output()).contains("Type yes to go on");
        assertThat(check.report()).contains("Not confirmed").doesNotContain("somebody is created");
        assertThat(admin.get("/connections").json()).isEqualTo(connections);
        assertThat(admin.get("/journal?limit=1&connection=" + host.connectionId())
                        .text())
                .isEqualTo(journal);
    }

    private String base() {
        return host.process().base().toString();
    }
}
