package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.Alongside;

/** What one change of a record does to memberships of local groups: noted with the record, carried out behind it. */
final class Alignment {

    private final Alignments alignments;
    private final ProvisioningContext context;
    private final List<AlignmentTask> tasks = new ArrayList<>();

    Alignment(Alignments alignments, ProvisioningContext context) {
        this.alignments = alignments;
        this.context = context;
    }

    /** Whose memberships may have to change, in place of whoever it was before; with how many people each scope has. */
    void concerns(Map<Scope, Integer> totals, String reason) {
        tasks.clear();
        totals.forEach((scope, total) -> tasks.add(alignments.task(context, scope, total, reason)));
    }

    /** Somebody leaves with it: that is carried out before any memberships. */
    void leaves(String userId, DirectoryUser user) {
        alignments.leaver(context, userId, user).ifPresent(task -> tasks.add(0, task));
    }

    /** The note of the request and of the tasks, to be made durable before anything is changed. */
    Alongside planned(ChangePlan plan) {
        return noted(context.trace().planned(plan));
    }

    /** The note of what is recorded and changes no directory user. */
    Alongside recorded() {
        return tasks.isEmpty()
                ? context.trace().applied()
                : noted(context.trace().planned(ChangePlan.of()));
    }

    private Alongside noted(Alongside note) {
        Alongside all = note;
        for (AlignmentTask task : tasks) {
            all = all.and(alignments.adding(task));
        }
        return all;
    }

    /** The note of what the directory user has become: the end of the request, unless local groups follow. */
    Alongside applied() {
        return tasks.isEmpty() ? context.trace().applied() : Alongside.NOTHING;
    }

    /** Nothing came of the change. */
    void forget() {
        tasks.forEach(task -> alignments.removing(task).alone());
        tasks.clear();
    }

    /** Changes the local groups. */
    void finish() {
        if (!tasks.isEmpty()) {
            alignments.finish(context, tasks);
        }
    }
}
