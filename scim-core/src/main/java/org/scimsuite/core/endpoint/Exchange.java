package org.scimsuite.core.endpoint;

import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.provision.ProvisioningContext;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;

/**
 * One request with everything that belongs to it.
 *
 * @param inner for a request that is made of others
 */
record Exchange(ScimRequest request, ProvisioningContext context, InnerRequests inner) {

    Notes notes() {
        return context.notes();
    }

    /** What the connection wants of attributes that no schema has. */
    UnknownAttributes unknownAttributes() {
        return context.connection().protocol().unknownAttributes();
    }
}
