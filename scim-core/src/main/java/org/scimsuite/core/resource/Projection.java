package org.scimsuite.core.resource;

import java.util.Optional;
import org.scimsuite.core.schema.ResourceType;

public final class Projection {
    private Projection() {}

    public static Projection of(ResourceType type, Optional<String> attributes, Optional<String> excludedAttributes) {
        throw new UnsupportedOperationException();
    }

    public static Projection all(ResourceType type) {
        throw new UnsupportedOperationException();
    }
}
