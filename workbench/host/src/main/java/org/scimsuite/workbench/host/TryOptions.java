package org.scimsuite.workbench.host;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code mvn -Ptry} was asked for.
 *
 * @param plugin the built plugin jar
 * @param folder keeps the data over restarts
 * @param replay the identity provider whose day is played; absent for none
 * @param end whether the host keeps running once everything is shown
 */
record TryOptions(Path plugin, Path folder, int port, Optional<String> replay, End end) {

    /** When the try ends. */
    enum End {
        WHEN_STOPPED,
        WHEN_SHOWN
    }

    /** @throws IllegalArgumentException with a readable sentence */
    static TryOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length == 2) {
                given.put(pair[0], pair[1]);
            }
        }
        Optional<String> replay = Optional.of(given.getOrDefault("--replay", "none"))
                .filter(idp -> !idp.isEmpty() && !idp.equals("none"));
        replay.filter(idp -> !idp.matches("[a-z]+")).ifPresent(idp -> {
            throw new IllegalArgumentException("-Dreplay takes okta or entra, not " + idp);
        });
        return new TryOptions(
                Path.of(given.getOrDefault("--plugin", "")),
                Path.of(given.getOrDefault("--data", "try-data")),
                Integer.parseInt(given.getOrDefault("--port", "2990")),
                replay,
                given.getOrDefault("--exit", "false").equals("true") ? End.WHEN_SHOWN : End.WHEN_STOPPED);
    }

    /** The folder of this run: a replay has its own, so that it never meets the data of the last one. */
    Path data() {
        return replay.map(idp -> folder.resolve("replay-" + idp)).orElse(folder.resolve("jira"));
    }

    HostOptions host() {
        return HostOptions.parse(List.of("--port=" + port, "--plugin=" + plugin, "--data=" + data()));
    }
}
