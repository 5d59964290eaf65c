package org.scimsuite.workbench.host.web;

import java.util.Optional;

/** Who is logged in on this thread, as the products keep it. */
public final class CurrentUser {

    private static final ThreadLocal<String> NAME = new ThreadLocal<>();

    private CurrentUser() {}

    public static Optional<String> name() {
        return Optional.ofNullable(NAME.get());
    }

    static void logIn(String name) {
        NAME.set(name);
    }

    static void clear() {
        NAME.remove();
    }
}
