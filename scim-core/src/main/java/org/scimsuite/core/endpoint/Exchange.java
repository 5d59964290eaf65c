package org.scimsuite.core.endpoint;

import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.provision.ProvisioningContext;

/**
 * One request with everything that belongs to it.
 *
 * @param inner for a request that is made of others
 */
record Exchange(ScimRequest request, ProvisioningContext context, InnerRequests inner) {

    Notes notes() {
        return context.notes();
    }
}
