package org.scimsuite.core.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle that is not saved would do to everybody, as far as it was computed.
 *
 * @param connectionId the connection that it was computed for
 * @param baseVersion the version of the mapping that was in force when it was begun
 * @param sha256 of the bundle, in hexadecimal, so that nobody saves another one than was looked at
 * @param done how many people were looked at
 * @param total how many there were when it was begun
 * @param problem why it has {@link State#FAILED}, as a sentence
 */
public record MappingPreview(
        String connectionId,
        long baseVersion,
        String sha256,
        String author,
        Instant started,
        State state,
        int done,
        int total,
        Optional<String> problem,
        Counts counts) {

    /** How far it is. */
    public enum State {
        RUNNING,
        COMPLETE,
        /** Somebody stopped it, or the plugin was ended. */
        STOPPED,
        FAILED
    }

    /**
     * What becomes of a local group.
     *
     * @param shut how many people a rule would put in, and do not get in because the group is protected
     */
    public record GroupCount(String group, int joins, int leaves, int shut, Existence existence) {}

    /** Whether a local group is there. */
    public enum Existence {
        THERE,
        /** It is made when the mapping is saved. */
        CREATED
    }

    /**
     * One thing that would be done or cannot be done.
     *
     * @param group the local group that it is about, if any
     */
    public record Line(String userId, String userName, Optional<String> group, String sentence) {

        boolean mentions(String text) {
            return holds(userName, text)
                    || group.filter(name -> holds(name, text)).isPresent();
        }

        private static boolean holds(String name, String text) {
            return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * All that was counted.
     *
     * @param groups those with most changes first, 10,000 of them at most
     * @param userChanges how often something is done to people themselves, by the kind of the change
     * @param lines how many there are in all, of which the first 1,000 are kept
     * @param seats what becomes of the seats of each pool that has a limit
     */
    public record Counts(
            int peopleConcerned,
            int joins,
            int leaves,
            int createdGroups,
            int obstacles,
            List<GroupCount> groups,
            Map<String, Integer> userChanges,
            int lines,
            List<SeatForecast> seats) {
        public Counts {
            groups = List.copyOf(groups);
            userChanges = Map.copyOf(userChanges);
            seats = List.copyOf(seats);
        }
    }

    /**
     * What becomes of the seats of a pool.
     *
     * @param free when the preview was begun
     * @param taken by people who have none now
     * @param freed by people who have one now and keep none
     */
    public record SeatForecast(String pool, int limit, int free, int taken, int freed) {

        /** How many people would be left without one. */
        public int missing() {
            return Math.max(0, taken - freed - free);
        }
    }
}
