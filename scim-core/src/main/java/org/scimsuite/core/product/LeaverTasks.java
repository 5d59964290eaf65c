package org.scimsuite.core.product;

import java.util.List;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does for a leaver one thing after the other; one that fails does not keep the others from being done. */
public record LeaverTasks(List<Task> tasks) implements LeaverPort {

    private static final Logger LOG = LoggerFactory.getLogger(LeaverTasks.class);

    public LeaverTasks {
        tasks = List.copyOf(tasks);
    }

    /** What is done for a leaver, and what it is said to have been when it fails. */
    public record Task(String failure, Work work) {

        /** Something that the product lets no plugin do, with the sentence that says so. */
        public static Task notOffered(String sentence) {
            return new Task(sentence, leaver -> new LeaverStep(Outcome.NOT_OFFERED, sentence));
        }
    }

    /** One thing to do. */
    @FunctionalInterface
    public interface Work {
        LeaverStep end(Leaver leaver) throws Exception;
    }

    @Override
    public List<LeaverStep> leave(Leaver leaver) {
        return tasks.stream().map(task -> end(task, leaver)).toList();
    }

    private static LeaverStep end(Task task, Leaver leaver) {
        try {
            return task.work().end(leaver);
        } catch (Exception | LinkageError e) {
            LOG.warn("Not done for a leaver: {}", task.failure(), e);
            return new LeaverStep(Outcome.FAILED, task.failure() + " The product's log has the cause.");
        }
    }
}
