package org.scimsuite.core.dialect;

import java.util.EnumSet;
import java.util.Set;

/** The tolerances that requests may use. */
public final class Dialect {

    /** Every tolerance: what identity providers need, and the default. */
    public static final Dialect COMPATIBLE = new Dialect(EnumSet.allOf(Tolerance.class));

    /** None: the RFC to the letter. */
    public static final Dialect STRICT = new Dialect(EnumSet.noneOf(Tolerance.class));

    private final Set<Tolerance> allowed;

    private Dialect(Set<Tolerance> allowed) {
        this.allowed = allowed;
    }

    public static Dialect of(Set<Tolerance> allowed) {
        return new Dialect(allowed.isEmpty() ? EnumSet.noneOf(Tolerance.class) : EnumSet.copyOf(allowed));
    }

    /** Every tolerance but these. */
    public static Dialect without(Set<Tolerance> switchedOff) {
        EnumSet<Tolerance> allowed = EnumSet.allOf(Tolerance.class);
        allowed.removeAll(switchedOff);
        return new Dialect(allowed);
    }

    public boolean allows(Tolerance tolerance) {
        return allowed.contains(tolerance);
    }
}
