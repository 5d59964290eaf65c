package org.scimsuite.core.filter;

import org.scimsuite.core.message.Characters;
import org.scimsuite.core.resource.AttributeValue.Simple;
import org.scimsuite.core.resource.AttributeValue.TextValue;

/**
 * A comparison of text, exact or without regard to case, width and composition ({@link Characters#prepared}); allocates
 * nothing for a value that is prepared.
 */
record TextTest(Operator operator, String expected, boolean caseExact) implements ValueTest {

    TextTest {
        expected = caseExact ? expected : Characters.prepared(expected);
    }

    @Override
    public boolean matches(Simple value) {
        return value instanceof TextValue text && matches(caseExact ? text.value() : Characters.prepared(text.value()));
    }

    private boolean matches(String actual) {
        return switch (operator) {
            case EQ -> equal(actual);
            case NE -> !equal(actual);
            case CO -> contains(actual);
            case SW -> regionMatches(actual, 0);
            case EW -> regionMatches(actual, actual.length() - expected.length());
            case GT -> compare(actual) > 0;
            case GE -> compare(actual) >= 0;
            case LT -> compare(actual) < 0;
            case LE -> compare(actual) <= 0;
        };
    }

    private boolean equal(String actual) {
        return caseExact ? actual.equals(expected) : actual.equalsIgnoreCase(expected);
    }

    private int compare(String actual) {
        return caseExact ? actual.compareTo(expected) : actual.compareToIgnoreCase(expected);
    }

    private boolean contains(String actual) {
        for (int start = 0; start <= actual.length() - expected.length(); start++) {
            if (regionMatches(actual, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean regionMatches(String actual, int start) {
        return actual.regionMatches(!caseExact, start, expected, 0, expected.length());
    }
}
