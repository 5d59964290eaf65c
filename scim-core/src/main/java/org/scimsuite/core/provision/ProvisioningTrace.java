package org.scimsuite.core.provision;

import org.scimsuite.core.store.Alongside;

/** Told what provisioning does while it does it; the journal listens. */
public interface ProvisioningTrace {

    /** Whom the request is about. */
    void subject(String scimId, String userName);

    /**
     * About to be carried out.
     *
     * @return the note of that, to be made durable before anything is changed
     */
    Alongside planned(ChangePlan plan);

    /**
     * Carried out.
     *
     * @return the note of that, to be made durable with the last change
     */
    Alongside applied();

    /** A record and, when something was planned, the directory were changed; for changes that {@link #applied} is not for. */
    void changed();
}
