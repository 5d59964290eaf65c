package org.scimsuite.core.filter;

import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

public final class BoundFilter {
    private BoundFilter() {}

    public static BoundFilter bind(Filter filter, ResourceType type) {
        return bind(filter, type, new Notes());
    }

    public static BoundFilter bind(Filter filter, ResourceType type, Notes notes) {
        throw new UnsupportedOperationException();
    }

    public boolean matches(ScimResource resource) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> requiredText(String path) {
        throw new UnsupportedOperationException();
    }
}
