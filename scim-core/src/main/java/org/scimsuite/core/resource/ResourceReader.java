package org.scimsuite.core.resource;

import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.schema.ResourceType;

public final class ResourceReader {
    public ResourceReader(ResourceType type, ReadOptions options) {}

    public ScimResource readForCreate(byte[] json, Notes notes) {
        throw new UnsupportedOperationException();
    }

    public ScimResource readForReplace(byte[] json, ScimResource current, Notes notes) {
        throw new UnsupportedOperationException();
    }

    public ScimResource readStored(String json) {
        throw new UnsupportedOperationException();
    }
}
