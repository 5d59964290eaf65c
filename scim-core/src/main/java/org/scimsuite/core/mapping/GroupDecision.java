package org.scimsuite.core.mapping;

import java.util.List;

/** Where the members of a group of the provider go, and which rules were asked about it. */
public sealed interface GroupDecision {

    /** The rules that were asked, in order; those behind the last one were not. */
    List<Asked> asked();

    /** The local groups that members get; each once, under the first rule that gives it. */
    default List<LocalTarget> targets() {
        return List.of();
    }

    /**
     * Members get local groups.
     *
     * @param targets at least one
     */
    record Mapped(List<LocalTarget> targets, List<Asked> asked) implements GroupDecision {
        public Mapped {
            targets = List.copyOf(targets);
            asked = List.copyOf(asked);
        }
    }

    /**
     * The group is recorded and gives nothing, because a rule says so and none before it said otherwise.
     *
     * @param rule the name of the {@link GroupRule.Ignore}
     */
    record Ignored(String rule, List<Asked> asked) implements GroupDecision {
        public Ignored {
            asked = List.copyOf(asked);
        }
    }

    /** No rule gives the group anything. */
    record Unmapped(List<Asked> asked) implements GroupDecision {
        public Unmapped {
            asked = List.copyOf(asked);
        }
    }

    /**
     * What one rule said.
     *
     * @param rule its name
     */
    record Asked(String rule, Outcome outcome) {}

    /** What a rule said about a group. */
    sealed interface Outcome {

        /** It is about other groups. */
        record NoMatch() implements Outcome {}

        /** It is about this group. */
        record Matched() implements Outcome {}

        /**
         * It is about this group, but what it makes is no name of a group, so it gives nothing.
         *
         * @param name what was made
         * @param problem the end of a sentence that begins with the name
         */
        record UnusableName(String name, String problem) implements Outcome {}
    }
}
