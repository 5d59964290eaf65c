package org.scimsuite.atlassian.wiring;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.scimsuite.core.admin.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the plugin on this node: one for what recurs, few for single pieces of work. All end when the plugin is disabled, so that
 * nothing holds on to its classes.
 */
public final class BackgroundWork implements Background, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final int POOL_SIZE = 2;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** What was saved is not carried out before every node knows of it, so whoever wakes the work needs another round then. */
    private static final Duration AFTER_A_WAKE_UP = Duration.ofMillis(3_200);

    private final Duration pause;
    private final Duration patience;
    private final Semaphore wakeUps = new Semaphore(0);
    private final ThreadFactory threads;
    private final ThreadPoolExecutor pool;
    private volatile boolean ending;
    private Optional<Thread> recurring = Optional.empty();

    /**
     * @param name of the threads
     * @param pause between two rounds of what recurs, unless somebody {@linkplain #wake wakes} it
     * @param patience how long to wait at the end for work to end by itself before it is interrupted, and again after
     */
    public BackgroundWork(String name, Duration pause, Duration patience) {
        this.pause = pause;
        this.patience = patience;
        threads = work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(BackgroundWork.class.getClassLoader());
            return thread;
        };
        pool = new ThreadPoolExecutor(
                POOL_SIZE, POOL_SIZE, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    /** Begins with what recurs. A round that fails is logged, and the next one comes at its time. */
    public synchronized void start(Runnable work) {
        Thread thread = threads.newThread(() -> recur(work));
        recurring = Optional.of(thread);
        thread.start();
    }

    private void recur(Runnable work) {
        try {
            Duration wait = pause;
            while (!ending) {
                round(work);
                boolean woken = !ending && wakeUps.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                wait = woken && AFTER_A_WAKE_UP.compareTo(pause) < 0 ? AFTER_A_WAKE_UP : pause;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void round(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Work in the background failed; it is tried again", e);
        }
    }

    @Override
    public void run(Runnable work) {
        pool.execute(work);
    }

    @Override
    public void wake() {
        wakeUps.release();
    }

    /** Lets the threads end; first by themselves, because some databases do not bear an interrupted thread. */
    @Override
    public synchronized void close() {
        ending = true;
        wake();
        pool.shutdown();
        try {
            if (!await()) {
                pool.shutdownNow();
                recurring.ifPresent(Thread::interrupt);
                if (!await()) {
                    LOG.warn("Work in the background did not end in time");
                }
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            recurring.ifPresent(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private boolean await() throws InterruptedException {
        boolean ended = pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (recurring.isPresent()) {
            recurring.get().join(patience.toMillis());
            return ended && !recurring.get().isAlive();
        }
        return ended;
    }
}
