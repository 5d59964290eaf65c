package org.scimsuite.core.mapping;

import java.util.Optional;

/** One thing in which a mapping is another one than before. Positions count from 1. */
public sealed interface MappingDifference {

    /** For the administrator. */
    String sentence();

    /** @param rule its name */
    record RuleAdded(String rule, int position) implements MappingDifference {
        @Override
        public String sentence() {
            return "Rule \"" + rule + "\" is new, at position " + position + ".";
        }
    }

    /** @param rule its name */
    record RuleRemoved(String rule) implements MappingDifference {
        @Override
        public String sentence() {
            return "Rule \"" + rule + "\" is gone.";
        }
    }

    /**
     * A rule is asked earlier or later than before, compared with the others.
     *
     * @param rule its name
     */
    record RuleMoved(String rule, int from, int to) implements MappingDifference {
        @Override
        public String sentence() {
            return "Rule \"" + rule + "\" moved from position " + from + " to " + to + ".";
        }
    }

    /**
     * A part of a rule or another setting.
     *
     * @param subject what it is a part of, such as {@code Rule "Teams"}
     * @param part as the document of the mapping calls it
     * @param before empty when there was none
     * @param after empty when there is none any more
     */
    record Changed(String subject, String part, Optional<String> before, Optional<String> after)
            implements MappingDifference {
        @Override
        public String sentence() {
            String change = before.isPresent() && after.isPresent()
                    ? "was \"" + before.get() + "\" and is \"" + after.get() + "\""
                    : after.map(value -> "\"" + value + "\" is new")
                            .orElseGet(() -> "\"" + before.orElse("") + "\" is gone");
            return subject + ", " + part + ": " + change + ".";
        }
    }
}
