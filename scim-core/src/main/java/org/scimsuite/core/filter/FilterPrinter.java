package org.scimsuite.core.filter;

final class FilterPrinter {
    private FilterPrinter() {}

    static String print(Filter filter) {
        throw new UnsupportedOperationException();
    }
}
