package org.scimsuite.core.provision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.EffectiveUser;
import org.scimsuite.core.mapping.UserNames;
import org.scimsuite.core.mapping.UserProjection;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;

/**
 * Carries a changed mapping to the people who are there already, one at a time. Only what the change of the mapping makes different
 * is changed: what somebody edited in the product stays where both mappings say the same, and nobody is let in or shut out. Whom the
 * provider has never written is left alone. Doing it twice does nothing twice.
 */
public final class UserRemapper {

    private final UserDirectoryPort directory;
    private final UserRecords records;
    private final UserHealer healer;
    private final UserResolver resolver;
    private final WritePath writePath;
    private final UserAlignments alignments;
    private final UserViews views;
    private final UserConflicts conflicts;
    private final RecordLocks locks;

    UserRemapper(ProvisioningParts parts) {
        this.directory = parts.directory();
        this.records = parts.records();
        this.healer = parts.healer();
        this.resolver = parts.resolver();
        this.writePath = parts.writePath();
        this.alignments = parts.alignments();
        this.views = parts.views();
        this.conflicts = parts.conflicts();
        this.locks = parts.locks();
    }

    /** A change of the mapping of a connection. */
    public record Remapping(CompiledMapping before, CompiledMapping after) {}

    private record Step(UserRecord record, DirectoryUser user, DesiredUser desired, ChangePlan plan) {}

    /**
     * What a changed mapping would do to one person. Changes nothing.
     *
     * @throws ScimException 400 invalidValue for a name that cannot be used, 409 uniqueness for one that is somebody else's, 403 when
     *     the directory does not allow it
     */
    public ChangePlan plan(ProvisioningContext context, UserRecord record, Remapping remapping) {
        Optional<Step> step = resolver.resolve(context, record).flatMap(user -> step(context, record, user, remapping));
        step.ifPresent(found -> check(context, found));
        return step.map(Step::plan).orElse(ChangePlan.of());
    }

    private void check(ProvisioningContext context, Step step) {
        if (!step.desired().nameKey().equals(step.user().nameKey())
                && directory
                        .findUserByName(context.directoryId(), step.desired().name())
                        .isPresent()) {
            throw conflicts.taken(context, step.desired());
        }
        alignments.check(context, step.plan());
        writePath.check(context, step.plan());
    }

    /**
     * Does it. The mapping must be the one in force by now: a process that ends in between leaves a pending record, which is carried
     * out by the mapping in force.
     *
     * @return what was done; empty when there was nothing to do
     * @throws ScimException as for {@link #plan}, and 503 when another request is changing the person; nothing was changed then
     */
    public ChangePlan apply(ProvisioningContext context, String scimId, Remapping remapping) {
        return locks.with(context.connectionId(), scimId, () -> healer.settledUnderLock(context, scimId)
                .flatMap(record -> resolver.resolve(context, record)
                        .flatMap(user -> step(context, resolver.relink(context, record, user), user, remapping)))
                .filter(step -> !step.plan().isEmpty())
                .map(step -> carryOut(context, step))
                .orElse(ChangePlan.of()));
    }

    private ChangePlan carryOut(ProvisioningContext context, Step step) {
        context.trace().subject(step.record().scimId(), step.desired().userName());
        UserRecord next = records.changed(step.record(), step.desired(), UserRecord.Progress.PENDING);
        if (!next.nameKey().equals(step.record().nameKey())) {
            resolver.dropStale(context, next.nameKey());
        }
        alignments.check(context, step.plan());
        // the task that a changed mapping makes aligns everybody behind this
        Alignment alignment = alignments.none(context);
        WritePath.Written written =
                writePath.write(context, new RecordWrite.Update(step.record()), next, step.plan(), alignment);
        return switch (written.stored()) {
            case UPDATED -> step.plan();
            case NAME_TAKEN -> throw conflicts.taken(context, step.desired());
            case STALE -> throw UserConflicts.stale();
        };
    }

    private Optional<Step> step(
            ProvisioningContext context, UserRecord record, DirectoryUser user, Remapping remapping) {
        if (record.lifecycle() != Lifecycle.MANAGED) {
            return Optional.empty();
        }
        UserProjection before = remapping.before().users();
        UserProjection after = remapping.after().users();
        ScimResource recorded = views.recorded(record);
        DirectoryUserProfile profile = profile(before, after, recorded, user.profile());
        Map<String, Set<String>> present = before.hasAttributes() || after.hasAttributes()
                ? directory.userAttributes(context.directoryId(), user.name())
                : Map.of();
        Map<String, Set<String>> attributes =
                attributes(before.attributes(recorded), after.attributes(recorded), present);
        DesiredUser desired = new DesiredUser(adopted(after, recorded, profile), profile, attributes);
        if (!desired.nameKey().equals(user.nameKey())) {
            DesiredUsers.checkMadeName(after.names(), desired);
        }
        ChangePlan plan = UserPlanner.toReach(profile, Optional.of(user.profile()));
        String name = desired.nameKey().equals(user.nameKey()) ? user.name() : desired.name();
        return Optional.of(
                new Step(record, user, desired, UserPlanner.withAttributes(plan, name, attributes, present)));
    }

    private static DirectoryUserProfile profile(
            UserProjection before, UserProjection after, ScimResource recorded, DirectoryUserProfile actual) {
        DirectoryUserProfile old = before.profile(recorded);
        DirectoryUserProfile made = after.profile(recorded);
        // who lacks what names are made from keeps the name until that is written
        boolean isNamed = after.names().of(recorded).isPresent();
        return new DirectoryUserProfile(
                isNamed ? changed(nameKey(old), nameKey(made), actual.name(), made.name()) : actual.name(),
                changed(old.firstName(), made.firstName(), actual.firstName(), made.firstName()),
                changed(old.lastName(), made.lastName(), actual.lastName(), made.lastName()),
                changed(old.displayName(), made.displayName(), actual.displayName(), made.displayName()),
                changed(old.email(), made.email(), actual.email(), made.email()),
                actual.active());
    }

    private static String nameKey(DirectoryUserProfile profile) {
        return DirectoryUser.nameKey(profile.name());
    }

    private static String changed(String before, String after, String actual, String made) {
        return before.equals(after) ? actual : made;
    }

    /** An attribute that no mapping fills any more goes, unless somebody has changed it. */
    private static Map<String, Set<String>> attributes(
            Map<String, Set<String>> before, Map<String, Set<String>> after, Map<String, Set<String>> present) {
        Map<String, Set<String>> changed = new LinkedHashMap<>();
        after.forEach((name, values) -> {
            if (!values.equals(before.get(name))) {
                changed.put(name, values);
            }
        });
        before.forEach((name, values) -> {
            if (!after.containsKey(name) && values.equals(present.get(name))) {
                changed.put(name, Set.of());
            }
        });
        return changed;
    }

    /** What is recorded, with what stays in the directory beside it: so that a process that ends in between loses none of that. */
    private static ScimResource adopted(UserProjection after, ScimResource recorded, DirectoryUserProfile profile) {
        ScimResource shown = EffectiveUser.of(after, recorded, profile);
        UserNames names = after.names();
        ScimResource adopted = after.withoutRepetitions(recorded, shown, shown);
        boolean isUnsent = names.areFromUserName() && names.source(recorded).isEmpty();
        return isUnsent && !names.areUserNames() ? names.withSourceOf(recorded, adopted) : adopted;
    }
}
