package org.scimsuite.core.provision;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.LocalTarget;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.provision.Seats.Admission;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;

/** Whether there is a seat for somebody whom a request about that person lets in, and who may have one that such a request makes free. */
final class UserAdmissions {

    private final Seats seats;
    private final SeatWaiters waiters;
    private final MappingSource mappings;
    private final UserViews views;
    private final UserDirectoryPort directory;

    UserAdmissions(
            Seats seats, SeatWaiters waiters, MappingSource mappings, UserViews views, UserDirectoryPort directory) {
        this.seats = seats;
        this.waiters = waiters;
        this.mappings = mappings;
        this.views = views;
        this.directory = directory;
    }

    /**
     * Does the work that carries a plan out.
     *
     * @param before what is recorded of the person, if anything
     * @param actual the person as the directory has it, if it has
     * @throws ScimException 400 invalidValue when the plan takes a seat and there is none
     */
    <T> T during(
            ProvisioningContext context,
            ChangePlan plan,
            Optional<UserRecord> before,
            DesiredUser desired,
            Optional<DirectoryUser> actual,
            Supplier<T> work) {
        T done = seats.admitting(
                context, new Admission(actual, plan, () -> newGroups(context, before, desired.resource())), work);
        waiters.after(context, plan);
        return done;
    }

    /** A plan that lets nobody in has been carried out. */
    void after(ProvisioningContext context, ChangePlan plan) {
        waiters.after(context, plan);
    }

    /**
     * The local groups that what the request says of the person gives, and what was recorded before did not. Those that follow from groups of
     * the provider are not among them: nobody has asked for them with this request.
     */
    private Collection<String> newGroups(
            ProvisioningContext context, Optional<UserRecord> before, ScimResource resource) {
        CompiledMapping mapping = mappings.current(context.connectionId());
        if (mapping.mapping().groups().userRules().isEmpty()) {
            return List.of();
        }
        Set<String> given = new HashSet<>();
        before.filter(record -> record.lifecycle() == Lifecycle.MANAGED)
                .ifPresent(record -> mapping.userGroups(views.recorded(record))
                        .forEach(target -> given.add(DirectoryGroup.nameKey(target.group()))));
        Collection<String> administrators = directory.administratorGroups(context.directoryId());
        return mapping.userGroups(resource).stream()
                .map(LocalTarget::group)
                .filter(group -> !given.contains(DirectoryGroup.nameKey(group))
                        && !mapping.isProtectedGroup(group, administrators))
                .toList();
    }
}
