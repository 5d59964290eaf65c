package org.scimsuite.core.provision;

/** Told what provisioning does while it does it; the journal listens. */
public interface ProvisioningTrace {

    /** Whom the request is about. */
    void subject(String scimId, String userName);

    /** About to be carried out. When this throws, nothing has been changed, and nothing will be. */
    void planned(ChangePlan plan);

    /** A record and, when something was planned, the directory were changed. */
    void changed();
}
