package org.scimsuite.core.mapping;

import java.util.Locale;

/** How the parts of a mapping are called in its document, and so in what is said about it. */
public final class MappingWords {

    private MappingWords() {}

    /** A constant as a word of the document: {@code KEEP_LOCAL_GROUP} is {@code keepLocalGroup}. */
    public static String of(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder text = new StringBuilder(words[0]);
        for (int index = 1; index < words.length; index++) {
            text.append(Character.toUpperCase(words[index].charAt(0))).append(words[index], 1, words[index].length());
        }
        return text.toString();
    }

    /** A member name as a step of a JSON pointer (RFC 6901 §3). */
    public static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
