package org.scimsuite.core.endpoint;

import java.util.List;
import org.scimsuite.core.journal.Recording;
import org.scimsuite.core.provision.ChangePlan;
import org.scimsuite.core.provision.ProvisioningTrace;
import org.scimsuite.core.store.Alongside;

/** Lets the journal listen to provisioning. */
record RecordingTrace(Recording recording) implements ProvisioningTrace {

    @Override
    public String journalId() {
        return recording.id();
    }

    @Override
    public void leftOver() {
        recording.leftOver();
    }

    @Override
    public void subject(String scimId, String name) {
        recording.subject(scimId, name);
    }

    @Override
    public Alongside planned(ChangePlan plan) {
        return new Note(recording.planned(plan.sentences()));
    }

    @Override
    public void decided(List<String> sentences) {
        recording.decided(sentences);
    }

    @Override
    public Alongside applied() {
        return new Note(recording.applied());
    }

    @Override
    public void willAnswer(int status) {
        recording.willAnswer(status);
    }

    @Override
    public void changed() {
        recording.changed();
    }

    private record Note(Recording.Saving saving) implements Alongside {

        @Override
        public void write() {
            saving.write();
        }

        @Override
        public void committed() {
            saving.committed();
        }
    }
}
