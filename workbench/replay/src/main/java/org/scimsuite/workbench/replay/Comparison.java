package org.scimsuite.workbench.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares a value with what an exchange expects of it. */
final class Comparison {

    private static final int LONGEST = 500;
    private static final String SIZE = "@size=";

    private Comparison() {}

    /** Returns what is wrong, as a sentence; empty when the value is as expected. */
    static Optional<String> mismatch(String what, JsonNode expected, JsonNode actual) {
        return matches(expected, actual)
                ? Optional.empty()
                : Optional.of(what + " should be " + expected + " but is " + shortened(actual) + ".");
    }

    /** Returns a value for a sentence: a list of thousands would hide what is wrong. */
    static String shortened(JsonNode value) {
        String text = value.isMissingNode() ? "absent" : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static boolean matches(JsonNode expected, JsonNode actual) {
        String rule = expected.asText();
        if (!expected.isTextual()) {
            return expected.isNumber() ? sameNumber(expected, actual) : expected.equals(actual);
        } else if (rule.equals("@present")) {
            return !actual.isMissingNode() && !actual.isNull();
        } else if (rule.equals("@absent")) {
            return actual.isMissingNode();
        } else if (rule.startsWith(SIZE)) {
            return actual.isContainerNode() && actual.size() == Integer.parseInt(rule.substring(SIZE.length()));
        } else if (rule.startsWith("~")) {
            return actual.isValueNode() && Pattern.matches(rule.substring(1), actual.asText());
        }
        return actual.isTextual() && actual.textValue().equals(rule);
    }

    private static boolean sameNumber(JsonNode expected, JsonNode actual) {
        return actual.isNumber() && expected.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
}
