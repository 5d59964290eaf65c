package org.scimsuite.core.resource;

import org.scimsuite.core.message.JsonLimits;

/** How bodies are read. */
public record ReadOptions(UnknownAttributes unknownAttributes, JsonLimits limits) {

    /** What happens to an attribute that the schema does not know. */
    public enum UnknownAttributes {
        /** Stored and shown as it was sent. */
        KEEP,
        /** Left out, with a note. */
        IGNORE,
        /** 400 invalidValue. */
        REFUSE
    }

    public static final ReadOptions DEFAULT = new ReadOptions(UnknownAttributes.IGNORE, JsonLimits.DEFAULT);
}
