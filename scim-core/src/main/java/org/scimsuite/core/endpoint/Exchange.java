package org.scimsuite.core.endpoint;

import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.provision.ProvisioningContext;

/** One request with everything that belongs to it. */
record Exchange(ScimRequest request, ProvisioningContext context) {

    Notes notes() {
        return context.notes();
    }
}
