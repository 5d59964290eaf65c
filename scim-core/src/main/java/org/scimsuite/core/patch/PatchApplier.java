package org.scimsuite.core.patch;

import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.resource.ScimResource;

public final class PatchApplier {
    private PatchApplier() {}

    public static PatchResult apply(ScimResource current, PatchRequest request, Notes notes) {
        throw new UnsupportedOperationException();
    }
}
