package org.scimsuite.atlassian.selfcheck;

import java.util.Arrays;
import java.util.List;

/**
 * Something of the product that the plugin links to; one line of the list that the build makes from the bytecode.
 *
 * @param text the line, for messages
 */
record Signature(Kind kind, Manner manner, String owner, String name, String descriptor, String text) {

    enum Kind {
        CLASS,
        FIELD,
        METHOD
    }

    /** What the JVM insists on when it links. */
    enum Manner {
        ANY,
        STATIC,
        INSTANCE,
        INTERFACE,
        INTERFACE_STATIC
    }

    static Signature parse(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        if (words.size() == 2 && words.get(0).equals("class")) {
            return new Signature(Kind.CLASS, Manner.ANY, words.get(1), "", "", line);
        }
        if (words.size() == 5 && (words.get(0).equals("field") || words.get(0).equals("method"))) {
            return new Signature(
                    words.get(0).equals("field") ? Kind.FIELD : Kind.METHOD,
                    manner(words.get(1), line),
                    words.get(2),
                    words.get(3),
                    words.get(4),
                    line);
        }
        throw new IllegalArgumentException("Not a signature: " + line);
    }

    private static Manner manner(String word, String line) {
        return switch (word) {
            case "static" -> Manner.STATIC;
            case "instance" -> Manner.INSTANCE;
            case "interface" -> Manner.INTERFACE;
            case "interface-static" -> Manner.INTERFACE_STATIC;
            default -> throw new IllegalArgumentException("Not a signature: " + line);
        };
    }
}
