package org.scimsuite.workbench.host.trial;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same for several products at the same time. */
final class AtOnce {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "trial");
        thread.setDaemon(true);
        return thread;
    });

    private AtOnce() {}

    /** The results in the order of the inputs, when all are there; the first exception otherwise. */
    static <T, R> List<R> forEach(List<T> inputs, Function<T, R> work) {
        List<CompletableFuture<R>> results = inputs.stream()
                .map(input -> CompletableFuture.supplyAsync(() -> work.apply(input), THREADS))
                .toList();
        try {
            return results.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
