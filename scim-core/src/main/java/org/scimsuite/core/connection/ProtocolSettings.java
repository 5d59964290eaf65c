package org.scimsuite.core.connection;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.scimsuite.core.dialect.Dialect;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;

/**
 * How the requests of a connection are read.
 *
 * @param switchedOff tolerances that requests may not use; says nothing further when strictness has switched off all of them
 * @param unknownAttributes what happens to an attribute that no schema of the server has
 */
public record ProtocolSettings(Strictness strictness, Set<Tolerance> switchedOff, UnknownAttributes unknownAttributes) {

    /** Every tolerance, and unknown attributes left out: what identity providers need. */
    public static final ProtocolSettings COMPATIBLE =
            new ProtocolSettings(Strictness.COMPATIBLE, Set.of(), UnknownAttributes.IGNORE);

    public ProtocolSettings {
        EnumSet<Tolerance> ordered = EnumSet.noneOf(Tolerance.class);
        ordered.addAll(switchedOff);
        switchedOff = Collections.unmodifiableSet(ordered);
    }

    /** How much of what the RFC does not allow is understood. */
    public enum Strictness {
        /** Every tolerance that is not switched off. */
        COMPATIBLE,
        /** The RFC to the letter. */
        STRICT
    }

    /** The tolerances that requests may use. */
    public Dialect dialect() {
        return switch (strictness) {
            case STRICT -> Dialect.STRICT;
            case COMPATIBLE -> Dialect.without(switchedOff);
        };
    }
}
