package org.scimsuite.core.schema;

import java.util.List;
import java.util.stream.Collectors;

/** A schema document that cannot be used, with everything that is wrong with it. */
public final class InvalidSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidSchemaException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.place() + ": " + problem.sentence())
                .collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param place in the document, such as {@code attributes[0].type}
     * @param sentence for the administrator who wrote the document
     */
    public record Problem(String place, String sentence) {}
}
