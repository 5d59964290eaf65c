package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
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
        try (HostProcess host = HostProcess.startWith(setup, setup.slug() + "_selfcheck", jarThatAlsoLinksTo(WRONG))) {
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

    private Path jarThatAlsoLinksTo(String signature) throws IOException {
        Path jar = folder.resolve("plugin.jar");
        Files.copy(setup.plugin(), jar, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Files.writeString(content.getPath(LIST), "\n" + signature + "\n", StandardOpenOption.APPEND);
        }
        return jar;
    }
}
