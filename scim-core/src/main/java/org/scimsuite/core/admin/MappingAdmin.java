package org.scimsuite.core.admin;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scimsuite.core.admin.AdminResult.Conflict;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.admin.AdminResult.Invalid;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.bundle.BundleProblem;
import org.scimsuite.core.bundle.BundleSigner;
import org.scimsuite.core.bundle.BundleWriter;
import org.scimsuite.core.bundle.MappingBundle;
import org.scimsuite.core.bundle.SignatureCheck.Broken;
import org.scimsuite.core.bundle.SignatureCheck.Valid;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.MappingDiff;
import org.scimsuite.core.mapping.MappingDifference;
import org.scimsuite.core.message.Characters;
import org.scimsuite.core.store.AlignmentTask;
import org.scimsuite.core.store.AlignmentTask.Scope;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.MappingVersion;

/**
 * The mappings of connections and their history. Every change is a further version, and brings a task along by which everybody is aligned
 * with it; taking a change back is a further version too.
 */
public final class MappingAdmin {

    private static final int MAX_COMMENT = 500;
    private static final int MAX_NOTED_DIFFERENCES = 100;
    private static final int MAX_VERSIONS = 100;

    private final ConnectionStore connections;
    private final MappingStore store;
    private final MappingBundles bundles;
    private final AlignmentTasks tasks;
    private final SigningKey key;

    MappingAdmin(
            ConnectionStore connections,
            MappingStore store,
            MappingBundles bundles,
            AlignmentTasks tasks,
            SigningKey key) {
        this.connections = connections;
        this.store = store;
        this.bundles = bundles;
        this.tasks = tasks;
        this.key = key;
    }

    /**
     * A mapping of a connection.
     *
     * @param version 0 when none was ever saved
     */
    public record VersionedBundle(long version, MappingBundle bundle) {

        /** The bundle as a document. */
        public String document() {
            return BundleWriter.write(bundle);
        }
    }

    /** A version that was saved, and the task that carries it to everybody. */
    public record SavedVersion(MappingVersion version, AlignmentTask task) {}

    /**
     * A version in the history.
     *
     * @param differences from the version before
     */
    public record PastVersion(
            long version, String author, Instant created, String comment, List<MappingDifference> differences) {
        public PastVersion {
            differences = List.copyOf(differences);
        }
    }

    /** Whether an exported bundle is signed. */
    public enum Signing {
        UNSIGNED,
        SIGNED
    }

    /** The mapping in force. */
    public AdminResult<VersionedBundle> current(String connectionId) {
        return find(connectionId, store.currentVersion(connectionId));
    }

    /** A version; 0 is the mapping without rules. */
    public AdminResult<VersionedBundle> find(String connectionId, long version) {
        return of(connectionId, connection -> bundles.find(connection, version)
                .<AdminResult<VersionedBundle>>map(bundle -> new Done<>(new VersionedBundle(version, bundle)))
                .orElseGet(NotFound::new));
    }

    /** What would be said about a bundle. Changes nothing. */
    public AdminResult<BundleReport> check(String connectionId, byte[] document) {
        return of(connectionId, connection -> new Done<>(bundles.inspect(connection, document)));
    }

    /**
     * Saves a bundle as the next version. It is bound to the directory of the connection, whatever directory it names; parts for other
     * products are kept.
     */
    public AdminResult<SavedVersion> save(String connectionId, byte[] document, MappingEdit edit) {
        return of(connectionId, connection -> {
            List<FieldError> errors = commentErrors(edit);
            BundleReport report = bundles.inspect(connection, document);
            if (report instanceof BundleReport.Unusable unusable) {
                unusable.problems().forEach(problem -> errors.add(error(problem)));
            }
            if (report instanceof BundleReport.Usable usable) {
                errors.addAll(bundles.obstacles(connection, usable.bundle().mapping()));
            }
            if (report instanceof BundleReport.Usable usable && usable.signature() instanceof Broken broken) {
                errors.add(new FieldError(
                        "/signature",
                        broken.problem() + " If you have edited the bundle yourself, take its signature out."));
            }
            return errors.isEmpty() && report instanceof BundleReport.Usable usable
                    ? write(connection, usable, edit)
                    : new Invalid<>(errors);
        });
    }

    static FieldError error(BundleProblem problem) {
        return new FieldError(
                problem.path(), "Line " + problem.line() + ", column " + problem.column() + ": " + problem.sentence());
    }

    private static List<FieldError> commentErrors(MappingEdit edit) {
        List<FieldError> errors = new ArrayList<>();
        if (edit.comment().length() > MAX_COMMENT) {
            errors.add(new FieldError("comment", "The comment is longer than " + MAX_COMMENT + " characters."));
        } else if (!Characters.areStorable(edit.comment())) {
            errors.add(new FieldError("comment", "The comment " + Characters.NOT_STORABLE + "."));
        }
        return errors;
    }

    /** Makes an earlier version the mapping in force again, as a further version. */
    public AdminResult<SavedVersion> returnTo(String connectionId, long version, MappingEdit edit) {
        return of(connectionId, connection -> bundles.find(connection, version)
                .map(bundle -> save(
                        connectionId,
                        BundleWriter.write(bundle).getBytes(StandardCharsets.UTF_8),
                        new MappingEdit(edit.expectedVersion(), edit.author(), returning(version, edit.comment()))))
                .orElseGet(NotFound::new));
    }

    private static String returning(long version, String comment) {
        String returning = "Return to version " + version + ".";
        return comment.isBlank() ? returning : returning + " " + comment;
    }

    private AdminResult<SavedVersion> write(Connection connection, BundleReport.Usable report, MappingEdit edit) {
        if (report.comparedWith() != edit.expectedVersion()) {
            return changedMeanwhile();
        }
        long next = edit.expectedVersion() + 1;
        String comment = edit.comment().strip();
        AlignmentTasks.Begun begun = tasks.begin(
                connection,
                Scope.Everybody.afterMapping(edit.expectedVersion()),
                "mapping version " + next,
                notes(next, edit.author(), comment, report));
        MappingVersion version = new MappingVersion(
                connection.id(),
                next,
                BundleWriter.write(bundles.bound(connection, report.bundle())),
                edit.author(),
                begun.task().created(),
                comment);
        Alongside alongside = begun.alongside();
        if (!store.insert(version, alongside)) {
            return changedMeanwhile();
        }
        tasks.wake();
        return new Done<>(new SavedVersion(version, begun.task()));
    }

    private static AdminResult<SavedVersion> changedMeanwhile() {
        return new Conflict<>(new FieldError(
                "version", "The mapping was changed in the meantime. Load it again and repeat the change."));
    }

    private static List<String> notes(long version, String author, String comment, BundleReport.Usable report) {
        List<String> notes = new ArrayList<>();
        notes.add("\"" + author + "\" saved version " + version + " of the mapping"
                + (comment.isEmpty() ? "." : ": " + comment));
        if (report.signature() instanceof Valid valid) {
            notes.add("It was signed with the key " + valid.fingerprint() + ".");
        }
        List<MappingDifference> differences = report.differences();
        differences.stream()
                .limit(MAX_NOTED_DIFFERENCES)
                .map(MappingDifference::sentence)
                .forEach(notes::add);
        if (differences.size() > MAX_NOTED_DIFFERENCES) {
            notes.add("There are " + (differences.size() - MAX_NOTED_DIFFERENCES)
                    + " more differences; the history of the mapping has them all.");
        }
        return notes;
    }

    /**
     * Versions, newest first, each compared with the one before.
     *
     * @param limit at most so many; never more than 100
     */
    public AdminResult<List<PastVersion>> history(String connectionId, int limit) {
        return of(connectionId, connection -> {
            int bounded = Math.max(1, Math.min(MAX_VERSIONS, limit));
            List<MappingVersion> versions = store.latest(connectionId, bounded + 1);
            List<PastVersion> past = new ArrayList<>();
            for (int index = 0; index < Math.min(bounded, versions.size()); index++) {
                Mapping before = index + 1 < versions.size()
                        ? MappingBundles.read(versions.get(index + 1)).mapping()
                        : Mapping.NONE;
                past.add(past(versions.get(index), before));
            }
            return new Done<>(past);
        });
    }

    private static PastVersion past(MappingVersion version, Mapping before) {
        return new PastVersion(
                version.version(),
                version.author(),
                version.created(),
                version.comment(),
                MappingDiff.between(before, MappingBundles.read(version).mapping()));
    }

    /** The mapping in force as a document to carry to another product. */
    public AdminResult<String> export(String connectionId, Signing signing) {
        return of(connectionId, connection -> {
            MappingBundle bundle = bundles.bound(
                    connection,
                    bundles.find(connection, store.currentVersion(connectionId)).orElseThrow());
            if (signing == Signing.UNSIGNED) {
                return new Done<>(BundleWriter.write(bundle));
            }
            Optional<KeyPair> pair = key.pair();
            return pair.isPresent()
                    ? new Done<>(BundleWriter.write(BundleSigner.sign(bundle, pair.get())))
                    : Invalid.of("signed", "This installation has no signing key yet. Make one first.");
        });
    }

    private <T> AdminResult<T> of(String connectionId, Function<Connection, AdminResult<T>> work) {
        return connections.find(connectionId).map(work).orElseGet(NotFound::new);
    }
}
