package org.scimsuite.core.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/**
 * Everything that is wrong with one body, so that an administrator sees all of it at once. Knows the path of the value that
 * is being read; texts never repeat values, which may be secret.
 */
public final class Issues {

    private static final int SHOWN = 10;

    private static final String[] NO_NAMES = {};

    private static final int[] NO_ELEMENTS = {};

    private record Issue(ScimType type, String sentence) {}

    private final List<Issue> issues = new ArrayList<>(0);
    /** The steps to the current value: the names of members; null for the element of a list. */
    private String[] names = NO_NAMES;
    /** Beside them, which element it is. */
    private int[] elements = NO_ELEMENTS;

    private int depth;

    /** Goes to a member. */
    void enter(String name) {
        enter(name, 0);
    }

    /** Goes to an element of a list, by its index from 0. */
    void enter(int element) {
        enter(null, element);
    }

    private void enter(String name, int element) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, 2 * depth + 4);
            elements = Arrays.copyOf(elements, 2 * depth + 4);
        }
        names[depth] = name;
        elements[depth] = element;
        depth++;
    }

    void leave() {
        depth--;
    }

    /** Adds an invalid value at the current path; the problem completes the sentence "emails[0].type …". */
    void invalidValue(String problem) {
        add(ScimType.INVALID_VALUE, path() + " " + problem);
    }

    /** Adds an issue. */
    public void add(ScimType type, String sentence) {
        issues.add(new Issue(type, sentence));
    }

    /**
     * Ends the request when there are issues: one error with all of them, and the type of the first.
     *
     * @throws ScimException 400
     */
    public void throwIfAny() {
        if (issues.isEmpty()) {
            return;
        }
        List<String> sentences = new ArrayList<>();
        for (Issue issue : issues.subList(0, Math.min(SHOWN, issues.size()))) {
            sentences.add(issue.sentence());
        }
        if (issues.size() > SHOWN) {
            sentences.add("and " + (issues.size() - SHOWN) + " more");
        }
        throw ScimException.badRequest(issues.get(0).type(), String.join("; ", sentences) + ".");
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int step = 0; step < depth; step++) {
            if (names[step] == null) {
                path.append('[').append(elements[step]).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(names[step]);
            }
        }
        return path.toString();
    }
}
