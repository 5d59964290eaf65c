package org.scimsuite.workbench.host.trial;

import java.net.URI;

/**
 * A product that is ready to be tried.
 *
 * @param token of its connection, shown once
 */
record TrialProduct(TrialHost host, String token) {

    URI scimBase() {
        return URI.create(host.base() + "/plugins/servlet/scim/v2");
    }
}
