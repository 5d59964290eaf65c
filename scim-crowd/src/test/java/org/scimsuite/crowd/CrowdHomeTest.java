package org.scimsuite.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdHomeTest {

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        System.clearProperty("crowd.home");
    }

    @Test
    void homesWhenToldTwiceThenTheSystemPropertyComesFirst() throws IOException {
        Files.writeString(folder.resolve("crowd-init.properties"), "crowd.home=/var/crowd-home\n");
        System.setProperty("crowd.home", "/srv/crowd");

        try (URLClassLoader crowd = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            assertThat(CrowdHome.homes(crowd)).startsWith(Path.of("/srv/crowd"), Path.of("/var/crowd-home"));
            System.clearProperty("crowd.home");
            assertThat(CrowdHome.homes(crowd)).startsWith(Path.of("/var/crowd-home"));
        }
    }

    @Test
    void configurationWhenThereAreAnOldAndASharedOneThenTheShared() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path old = Files.createFile(home.resolve("crowd.cfg.xml"));
        assertThat(CrowdHome.configuration(List.of(folder, home))).isEqualTo(old);

        Files.createDirectories(home.resolve("shared"));
        Path shared = Files.createFile(home.resolve("shared/crowd.cfg.xml"));
        assertThat(CrowdHome.configuration(List.of(folder, home))).isEqualTo(shared);
    }

    @Test
    void configurationWhenThereIsNoneThenTheSentenceSaysWhereItWasLookedForAndWhatToDo() {
        assertThatThrownBy(() -> CrowdHome.configuration(List.of(folder)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("-Dcrowd.home=");
    }
}
