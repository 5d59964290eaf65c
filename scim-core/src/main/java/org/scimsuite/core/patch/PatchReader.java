package org.scimsuite.core.patch;

import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.schema.ResourceType;

public final class PatchReader {
    private PatchReader() {}

    public static PatchRequest read(byte[] json, ResourceType type, Notes notes) {
        throw new UnsupportedOperationException();
    }
}
