package org.scimsuite.core.mapping;

import java.util.List;

/** One rule from groups of the provider to local groups. Names of groups are compared without regard to case, externalIds exactly. */
public sealed interface GroupRule {

    /** What it is called in previews, reasons and the journal; unique in a mapping. */
    String name();

    /** What happens to a group after the rule has matched it. */
    Then then();

    /** What comes after a match. */
    enum Then {
        /** No later rule is asked. */
        STOP,
        /** Later rules may add local groups. */
        GO_ON
    }

    /** What happens when a local group does not exist. */
    enum Missing {
        CREATE,
        /** The rule gives nothing until an administrator has made the group. */
        SKIP
    }

    /** By hand: IdP "Dev users" becomes local "Software_dev". */
    record Table(String name, List<Entry> entries, Missing missing, Then then) implements GroupRule {

        public Table {
            entries = List.copyOf(entries);
        }

        /**
         * A line of the table.
         *
         * @param groups names or externalIds of groups of the provider
         * @param localGroups where their members go
         */
        public record Entry(List<String> groups, List<String> localGroups) {
            public Entry {
                groups = List.copyOf(groups);
                localGroups = List.copyOf(localGroups);
            }
        }
    }

    /** On the fly: the local group has the name of the provider's group. */
    record SameName(String name, Missing missing, Then then) implements GroupRule {}

    /**
     * By pattern.
     *
     * @param pattern of the whole name, in the syntax of RE2: no look-around, no back references, and no pattern that runs for ever
     * @param template of the local name; {@code $1} or <code>${name}</code> is what a group of the pattern has caught
     */
    record Pattern(String name, String pattern, String template, LetterCase letterCase, Missing missing, Then then)
            implements GroupRule {}

    /**
     * Groups that are recorded and give nothing; always ends the search.
     *
     * @param groups names or externalIds
     * @param prefixes of names
     * @param patterns of whole names, as in {@link Pattern}
     */
    record Ignore(String name, List<String> groups, List<String> prefixes, List<String> patterns) implements GroupRule {
        public Ignore {
            groups = List.copyOf(groups);
            prefixes = List.copyOf(prefixes);
            patterns = List.copyOf(patterns);
        }

        @Override
        public Then then() {
            return Then.STOP;
        }
    }
}
