package org.scimsuite.core.message;

/** Names and paths of a client inside our own sentences: cut, so that an answer or a journal line is never as long as a body. */
public final class Excerpt {

    private static final int LENGTH = 120;

    private Excerpt() {}

    public static String of(Object text) {
        String whole = text.toString();
        return whole.length() <= LENGTH ? whole : whole.substring(0, LENGTH) + "...";
    }
}
