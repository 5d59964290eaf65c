package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The plugin meets a product that is not what it was built against, and says so instead of failing later. */
@OnEachHost(
        databases = Database.H2,
        generations = {Generation.P8, Generation.P7})
class SelfCheckTest {

    private static final String LIST = "META-INF/scim/atlassian-signatures.txt";
    private static final String WRONG =
            "method interface com.atlassian.crowd.manager.directory.DirectoryManager vanished (J)V";

    @Parameter
    HostSetup setup;

    @TempDir
    Path folder;

    @Test
    void scimWhenTheProductLacksWhatThePluginLinksToThenRefusedAndTheAdminIsToldWhat() throws IOException {
        try (HostProcess host =
                HostProcess.startWith(setup, setup.slug() + "_selfcheck", jarWith(Where.IN_FRONT, WRONG))) {
            Reply status = new AdminClient(host.base()).get("/status");
            Reply scim =
                    Http.send("GET", URI.create(ScimClient.baseOf(host.base()) + "/Users"), Map.of(), Optional.empty());

            assertThat(status.status()).as(status.text()).isEqualTo(200);
            assertThat(status.at("/selfCheck/ok")).isEqualTo("false");
            assertThat(status.at("/selfCheck/problems/0")).contains("DirectoryManager", "vanished");
            assertThat(status.at("/selfCheck/problems/1")).isEmpty();
            assertThat(scim.status()).as(scim.text()).isEqualTo(503);
            assertThat(scim.header("Retry-After")).isNotEmpty();
            assertThat(scim.text()).contains("does not fit").doesNotContain("com.atlassian");
        }
    }

    @Test
    void scimWhenTheProductLacksWhatOnlyAPartNeedsThenServedWithoutThatPart() throws IOException {
        List<String> parts = parts();
        assumeTrue(!parts.isEmpty(), "The plugin has no parts.");
        String all = parts.stream().map(part -> "part " + part + "\n" + WRONG).collect(Collectors.joining("\n"));
        try (HostProcess host = HostProcess.startWith(setup, setup.slug() + "_parts", jarWith(Where.BEHIND, all))) {
            AdminClient admin = new AdminClient(host.base());
            Reply status = admin.get("/status");
            String connection =
                    admin.createConnection("Parts", 1, "DEACTIVATE").path("id").asText();
            ScimClient scim = new ScimClient(
                    ScimClient.baseOf(host.base()),
                    "Bearer " + admin.issueToken(connection).path("token").asText());
            Reply created = scim.create("somebody@acceptance.test");
            Reply deactivated = scim.patch(
                    "/Users/" + created.at("/id"), "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");

            assertThat(status.at("/selfCheck/ok")).as(status.text()).isEqualTo("true");
            assertThat(status.json().at("/selfCheck/remarks")).hasSize(parts.size());
            assertThat(status.text()).contains(parts).contains("Without its part", "vanished");
            assertThat(created.status()).as(created.text()).isEqualTo(201);
            assertThat(deactivated.at("/active")).as(deactivated.text()).isEqualTo("false");
        }
    }

    private List<String> parts() throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(setup.plugin())) {
            return Files.readAllLines(content.getPath(LIST)).stream()
                    .filter(line -> line.startsWith("part "))
                    .map(line -> line.substring("part ".length()))
                    .toList();
        }
    }

    /** @param lines in front of the list are needed by the whole plugin, behind it by a part */
    private Path jarWith(Where where, String lines) throws IOException {
        Path jar = folder.resolve("plugin.jar");
        Files.copy(setup.plugin(), jar, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Path list = content.getPath(LIST);
            String before = Files.readString(list);
            Files.writeString(list, where == Where.IN_FRONT ? lines + "\n" + before : before + lines + "\n");
        }
        return jar;
    }

    private enum Where {
        IN_FRONT,
        BEHIND
    }
}
