package org.scimsuite.core.provision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;

/**
 * The name keys of all users of a directory, in order: who exists, and where each page begins. Reading them takes longer the
 * more people there are, so a walk reads them when it begins and its later pages for a while use what was read.
 */
final class NameRolls {

    /** A page that begins later sees people whom somebody made or removed in the product not later than this. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final UserDirectoryPort directory;
    private final Clock clock;
    private final Map<Long, Roll> rolls = new ConcurrentHashMap<>();

    NameRolls(UserDirectoryPort directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * All names at one moment.
     *
     * @param keys sorted, each once
     */
    private record Roll(Instant readAt, List<String> keys) {}

    /** The names as they are. */
    List<String> now(long directoryId) {
        Instant now = clock.instant();
        rolls.values().removeIf(roll -> isOld(roll, now));
        Roll roll = read(directoryId, now);
        rolls.put(directoryId, roll);
        return roll.keys();
    }

    /** The names as they were a short while ago. */
    List<String> lately(long directoryId) {
        Instant now = clock.instant();
        return rolls.compute(
                        directoryId, (id, roll) -> roll == null || isOld(roll, now) ? read(directoryId, now) : roll)
                .keys();
    }

    /** Where the names behind a key begin. */
    static int behind(List<String> keys, String key) {
        int index = Collections.binarySearch(keys, key);
        return index < 0 ? -index - 1 : index + 1;
    }

    private Roll read(long directoryId, Instant now) {
        List<String> keys = directory.userNames(directoryId).stream()
                .map(DirectoryUser::nameKey)
                .sorted()
                .distinct()
                .toList();
        return new Roll(now, keys);
    }

    private static boolean isOld(Roll roll, Instant now) {
        return roll.readAt().plus(KEPT).isBefore(now);
    }
}
