package org.scimsuite.core.provision;

import java.util.List;
import org.scimsuite.core.store.Alongside;

/** Told what provisioning does while it does it; the journal listens. */
public interface ProvisioningTrace {

    /** The id of the journal entry. */
    String journalId();

    /** Whom or what the request is about. */
    void subject(String scimId, String name);

    /**
     * About to be carried out.
     *
     * @return the note of that, to be made durable before anything is changed
     */
    Alongside planned(ChangePlan plan);

    /** What will be recorded and changes no directory; in place of what was decided before, when that was overtaken. */
    void decided(List<String> sentences);

    /**
     * Carried out.
     *
     * @return the note of that, to be made durable with the last change
     */
    Alongside applied();

    /** The status of the answer if all goes well, where it is not what requests of this method usually get. */
    void willAnswer(int status);

    /** Recorded, but the directory does not hold all of it yet; a task for the rest is kept. */
    void leftOver();

    /** A record and, when something was planned, the directory were changed; for changes that {@link #applied} is not for. */
    void changed();
}
