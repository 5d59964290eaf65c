package org.scimsuite.core.provision;

import java.util.List;
import org.scimsuite.core.store.Alongside;

/**
 * Tells the entry of a task what becomes of one person after the other. The entry is about none of them, is not at its end with the
 * first, and has room for so many sentences: it is written with each of them.
 */
final class RemappingTrace implements ProvisioningTrace {

    private static final int SENTENCES = 500;

    private final ProvisioningTrace task;
    private int sentences;

    RemappingTrace(ProvisioningTrace task) {
        this.task = task;
    }

    @Override
    public String journalId() {
        return task.journalId();
    }

    @Override
    public void subject(String scimId, String name) {
        // of one person among many
    }

    @Override
    public Alongside planned(ChangePlan plan) {
        sentences += plan.changes().size();
        return sentences <= SENTENCES ? task.planned(plan) : Alongside.NOTHING;
    }

    @Override
    public void decided(List<String> decided) {
        // a plan says it
    }

    @Override
    public Alongside applied() {
        return Alongside.NOTHING;
    }

    @Override
    public void willAnswer(int status) {
        // nobody is answered
    }

    @Override
    public void leftOver() {
        task.leftOver();
    }

    @Override
    public void changed() {
        task.changed();
    }
}
