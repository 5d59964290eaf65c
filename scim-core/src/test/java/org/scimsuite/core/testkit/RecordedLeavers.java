package org.scimsuite.core.testkit;

import java.util.ArrayList;
import java.util.List;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverPort;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;

/** Writes down who leaves, and answers as it is told. Somebody whom the directory still lets in must never come here. */
public final class RecordedLeavers implements LeaverPort {

    private final InMemoryDirectory directory;
    private final List<Leaver> calls = new ArrayList<>();
    private List<LeaverStep> steps = List.of(new LeaverStep(Outcome.DONE, "2 sessions were ended."));
    private Runnable before = () -> {};
    private Runnable after = () -> {};

    public RecordedLeavers(InMemoryDirectory directory) {
        this.directory = directory;
    }

    /** From now on it ends so. */
    public void answer(LeaverStep... answered) {
        steps = List.of(answered);
    }

    /** The next call meets this before or after its work. */
    public void arm(InMemoryDirectory.Point point, Runnable strike) {
        if (point == InMemoryDirectory.Point.BEFORE) {
            before = strike;
        } else {
            after = strike;
        }
    }

    public List<Leaver> calls() {
        return List.copyOf(calls);
    }

    @Override
    public List<LeaverStep> leave(Leaver leaver) {
        Runnable first = before;
        Runnable last = after;
        before = () -> {};
        after = () -> {};
        first.run();
        if (directory
                .findUserByName(InMemoryDirectory.ID, leaver.user().name())
                .filter(DirectoryUser::isActive)
                .isPresent()) {
            throw new AssertionError(
                    "The directory still lets in " + leaver.user().name());
        }
        calls.add(leaver);
        last.run();
        return steps;
    }
}
