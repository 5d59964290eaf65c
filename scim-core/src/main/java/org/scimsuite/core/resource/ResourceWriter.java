package org.scimsuite.core.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

public final class ResourceWriter {
    private ResourceWriter() {}

    public static byte[] write(ScimResource resource, Projection projection) {
        throw new UnsupportedOperationException();
    }

    public static void write(JsonGenerator json, ScimResource resource, Projection projection) throws IOException {
        throw new UnsupportedOperationException();
    }

    public static String writeStored(ScimResource resource) {
        throw new UnsupportedOperationException();
    }
}
