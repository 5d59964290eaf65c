package org.scimsuite.workbench.host.plugin;

import java.util.Arrays;

/** Where in the product's own chain a plugin's filter runs; the order of the constants is the order of the chain. */
public enum FilterLocation {
    AFTER_ENCODING("after-encoding"),
    BEFORE_LOGIN("before-login"),
    BEFORE_DECORATION("before-decoration"),
    BEFORE_DISPATCH("before-dispatch");

    private final String word;

    FilterLocation(String word) {
        this.word = word;
    }

    /** The location of this name; a filter without one runs before dispatch. */
    static FilterLocation of(String word) {
        if (word.isEmpty()) {
            return BEFORE_DISPATCH;
        }
        return Arrays.stream(values())
                .filter(location -> location.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new PluginFailedException("There is no filter location '" + word + "'"));
    }
}
