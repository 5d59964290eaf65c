package org.scimsuite.core.filter;

import org.scimsuite.core.dialect.Notes;

public final class FilterParser {
    private FilterParser() {}

    public static Filter parse(String text) {
        return parse(text, new Notes());
    }

    public static Filter parse(String text, Notes notes) {
        throw new UnsupportedOperationException();
    }
}
