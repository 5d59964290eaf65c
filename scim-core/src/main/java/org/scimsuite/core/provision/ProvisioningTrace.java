package org.scimsuite.core.provision;

import java.util.List;
import org.scimsuite.core.store.Alongside;

/** Told what provisioning does while it does it; the journal listens. */
public interface ProvisioningTrace {

    /** Whom or what the request is about. */
    void subject(String scimId, String name);

    /**
     * About to be carried out.
     *
     * @return the note of that, to be made durable before anything is changed
     */
    default Alongside planned(ChangePlan plan) {
        return planned(plan.sentences());
    }

    /** As {@link #planned(ChangePlan)}, for what is recorded and changes no directory. */
    Alongside planned(List<String> sentences);

    /**
     * Carried out.
     *
     * @return the note of that, to be made durable with the last change
     */
    Alongside applied();

    /** The status of the answer if all goes well, where it is not what requests of this method usually get. */
    void willAnswer(int status);

    /** A record and, when something was planned, the directory were changed; for changes that {@link #applied} is not for. */
    void changed();
}
