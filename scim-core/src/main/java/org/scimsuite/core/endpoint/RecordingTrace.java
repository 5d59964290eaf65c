package org.scimsuite.core.endpoint;

import org.scimsuite.core.journal.Recording;
import org.scimsuite.core.provision.ChangePlan;
import org.scimsuite.core.provision.ProvisioningTrace;

/** Lets the journal listen to provisioning. */
record RecordingTrace(Recording recording) implements ProvisioningTrace {

    @Override
    public void subject(String scimId, String userName) {
        recording.subject(scimId, userName);
    }

    @Override
    public void planned(ChangePlan plan) {
        recording.planned(plan.sentences());
    }

    @Override
    public void changed() {
        recording.changed();
    }
}
