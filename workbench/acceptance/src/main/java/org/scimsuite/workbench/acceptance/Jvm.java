package org.scimsuite.workbench.acceptance;

import java.util.List;

/** How a host's JVM is started. */
public enum Jvm {
    /** For the many short lives of a test run: the second compiler would not earn its cost. */
    SHORT_LIVED(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1")),

    /** For a host that stays, with as many people as a large company has, in half a gigabyte of memory. */
    LONG_LIVED(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=96m"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> options;

    Jvm(List<String> options) {
        this.options = options;
    }

    public List<String> options() {
        return options;
    }
}
