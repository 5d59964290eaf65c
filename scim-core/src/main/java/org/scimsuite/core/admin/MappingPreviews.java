package org.scimsuite.core.admin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.scimsuite.core.admin.AdminResult.Conflict;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.admin.MappingPreview.Line;
import org.scimsuite.core.admin.MappingPreview.State;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.product.SeatPool;
import org.scimsuite.core.provision.Foresight;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes what bundles that are not saved would do to everybody, in the background: one for each connection at a time. They are kept in the
 * memory of this node, the last one of each connection, and are gone when it ends.
 */
public final class MappingPreviews {

    /** So many people are read at once. */
    private static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(MappingPreviews.class);

    private final ConnectionStore connections;
    private final UserRecordStore users;
    private final MappingBundles bundles;
    private final Supplier<ResourceType> userType;
    private final Supplier<MappingsInForce> mappings;
    private final Supplier<Foresight> foresight;
    private final Background background;
    private final Clock clock;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    MappingPreviews(Parts parts) {
        this.connections = parts.connections();
        this.users = parts.users();
        this.bundles = parts.bundles();
        this.userType = parts.userType();
        this.mappings = parts.mappings();
        this.foresight = parts.foresight();
        this.background = parts.background();
        this.clock = parts.clock();
    }

    /** What previews need. */
    record Parts(
            ConnectionStore connections,
            UserRecordStore users,
            MappingBundles bundles,
            Supplier<ResourceType> userType,
            Supplier<MappingsInForce> mappings,
            Supplier<Foresight> foresight,
            Background background,
            Clock clock) {}

    /** Begins to compute what a bundle would do; the one before of the connection is forgotten. {@link Conflict} while that one is running. */
    public AdminResult<MappingPreview> start(String connectionId, byte[] document, String author) {
        Optional<Connection> connection = connections.find(connectionId);
        if (connection.isEmpty()) {
            return new NotFound<>();
        }
        BundleReport report = bundles.inspect(connection.get(), document);
        if (report instanceof BundleReport.Unusable unusable) {
            return new Invalid<>(
                    unusable.problems().stream().map(MappingAdmin::error).toList());
        }
        BundleReport.Usable usable = (BundleReport.Usable) report;
        Run run = new Run(
                connection.get(),
                mappings.get().of(connectionId, usable.comparedWith()),
                CompiledMapping.of(usable.bundle().mapping(), userType.get()),
                usable.comparedWith(),
                sha256(document),
                author);
        Run kept = runs.compute(connectionId, (id, before) -> before != null && before.isRunning() ? before : run);
        if (kept != run) {
            return new Conflict<>(new FieldError(
                    "", "Another preview of this connection is running. Wait for its end, or stop it first."));
        }
        try {
            background.run(run);
        } catch (RejectedExecutionException ending) {
            run.end(State.STOPPED, Optional.empty());
        }
        return new Done<>(run.preview());
    }

    /** The last preview of a connection on this node. */
    public AdminResult<MappingPreview> find(String connectionId) {
        return run(connectionId)
                .<AdminResult<MappingPreview>>map(run -> new Done<>(run.preview()))
                .orElseGet(NotFound::new);
    }

    /**
     * The first lines of the last preview.
     *
     * @param text only lines about a person or local group whose name holds it, in any case; empty for all
     */
    public AdminResult<List<Line>> lines(String connectionId, String text) {
        return run(connectionId)
                .<AdminResult<List<Line>>>map(run -> new Done<>(run.tally.lines(text)))
                .orElseGet(NotFound::new);
    }

    /** Stops the preview of a connection; what was counted stays to be seen. */
    public AdminResult<MappingPreview> stop(String connectionId) {
        Optional<Run> run = run(connectionId);
        run.ifPresent(running -> running.end(State.STOPPED, Optional.empty()));
        return find(connectionId);
    }

    /** Stops all previews, because the plugin ends. */
    public void stopAll() {
        runs.values().forEach(run -> run.end(State.STOPPED, Optional.empty()));
    }

    private Optional<Run> run(String connectionId) {
        return Optional.ofNullable(runs.get(connectionId))
                .filter(run -> connections.find(connectionId).isPresent());
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** One preview: computed by one thread, looked at and stopped by others. */
    private final class Run implements Runnable {

        private final Connection connection;
        private final CompiledMapping before;
        private final CompiledMapping after;
        private final long baseVersion;
        private final String sha256;
        private final String author;
        private final Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        private final int total;
        private final PreviewTally tally = new PreviewTally();
        private State state = State.RUNNING;
        private Optional<String> problem = Optional.empty();
        private int done;

        Run(
                Connection connection,
                CompiledMapping before,
                CompiledMapping after,
                long baseVersion,
                String sha256,
                String author) {
            this.connection = connection;
            this.before = before;
            this.after = after;
            this.baseVersion = baseVersion;
            this.sha256 = sha256;
            this.author = author;
            this.total = users.count(connection.id());
        }

        @Override
        public void run() {
            try {
                compute();
            } catch (DirectoryException | ScimException e) {
                end(State.FAILED, Optional.of(sentence(e)));
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The preview of a mapping of connection {} failed", connection.id(), e);
                end(State.FAILED, Optional.of("Something broke; the product's log has the cause."));
            }
        }

        private static String sentence(RuntimeException e) {
            return e instanceof ScimException refusal ? refusal.error().detail() : e.getMessage();
        }

        private void compute() {
            Foresight eyes = foresight.get();
            List<SeatPool> pools = eyes.pools();
            tally.pools(pools);
            Optional<String> after = Optional.empty();
            while (isRunning()) {
                if (Thread.currentThread().isInterrupted()) {
                    end(State.STOPPED, Optional.empty());
                    return;
                }
                List<UserRecord> page = users.page(connection.id(), after, BATCH);
                eyes.of(connection, before, this.after, page, pools).forEach(tally::add);
                progress(page.size());
                if (page.size() < BATCH) {
                    end(State.COMPLETE, Optional.empty());
                } else {
                    after = Optional.of(page.get(page.size() - 1).nameKey());
                }
            }
        }

        synchronized boolean isRunning() {
            return state == State.RUNNING;
        }

        private synchronized void progress(int people) {
            done += people;
        }

        synchronized void end(State how, Optional<String> why) {
            if (state == State.RUNNING) {
                state = how;
                problem = why;
            }
        }

        synchronized MappingPreview preview() {
            return new MappingPreview(
                    connection.id(), baseVersion, sha256, author, started, state, done, total, problem, tally.counts());
        }
    }
}
