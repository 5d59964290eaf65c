package org.scimsuite.workbench.benchmarks.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.scimsuite.workbench.acceptance.Database;
import org.scimsuite.workbench.acceptance.Generation;

/**
 * What the load tool was asked for.
 *
 * @param users how many people there are while everything is compared; more come in while creating is measured
 * @param block how long one side is measured before it is the next side's turn
 * @param document where the results go
 */
record Settings(int users, Generation generation, List<Database> databases, Duration block, Path document) {

    /** With so few people look-ups and pages are measured first, to be compared with all of them. */
    static final int FEW = 1_000;

    static final int WORKERS = 8;

    /** How often each side is measured. */
    static final int ROUNDS = 5;

    Settings {
        databases = List.copyOf(databases);
        if (users < FEW) {
            throw new IllegalArgumentException("There must be " + FEW + " users or more.");
        }
        databases.forEach(database -> database.missing().ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        }));
    }

    /** Reads: number of users, generation (p8, p7), databases (h2, postgresql; with a comma between), seconds of a block, document. */
    static Settings parse(String... arguments) {
        return new Settings(
                Integer.parseInt(arguments[0]),
                Generation.valueOf(arguments[1].toUpperCase(Locale.ROOT)),
                Arrays.stream(arguments[2].split(",", -1))
                        .map(name -> Database.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList(),
                Duration.ofMillis(Math.round(1000 * Double.parseDouble(arguments[3]))),
                Path.of(arguments[4]));
    }
}
