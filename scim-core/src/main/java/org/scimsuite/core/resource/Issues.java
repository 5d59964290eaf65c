package org.scimsuite.core.resource;

import java.util.ArrayList;
import java.util.List;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/**
 * Everything that is wrong with one body, so that an administrator sees all of it at once. Knows the path of the value that
 * is being read; texts never repeat values, which may be secret.
 */
public final class Issues {

    private static final int SHOWN = 10;

    private record Issue(ScimType type, String sentence) {}

    private final List<Issue> issues = new ArrayList<>();
    private final List<Object> trail = new ArrayList<>();

    /** Goes to a member, by name, or to an element of a list, by its index from 0. */
    void enter(Object step) {
        trail.add(step);
    }

    void leave() {
        trail.remove(trail.size() - 1);
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
        for (Object step : trail) {
            if (step instanceof Integer) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step);
            }
        }
        return path.toString();
    }
}
