package org.scimsuite.core.provision;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;
import org.scimsuite.core.store.UserRecord.Progress;

/** Makes records: new ones, and those of the next version. */
final class UserRecords {

    private final Clock clock;
    private final Supplier<String> ids;

    UserRecords(Clock clock, Supplier<String> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** For a directory user that the provider sees for the first time. */
    UserRecord linked(ProvisioningContext context, DirectoryUser user) {
        Instant now = now();
        return new UserRecord(
                ids.get(),
                context.connectionId(),
                user.nameKey(),
                Optional.empty(),
                user.name(),
                user.externalId(),
                Lifecycle.LINKED,
                Progress.APPLIED,
                "",
                now,
                now,
                UserRecord.FIRST_VERSION);
    }

    /**
     * For a person whom the provider creates.
     *
     * @param existing the directory user that is to become that person again; empty for a new one
     */
    UserRecord created(ProvisioningContext context, DesiredUser desired, Optional<DirectoryUser> existing) {
        Instant now = now();
        return new UserRecord(
                ids.get(),
                context.connectionId(),
                desired.nameKey(),
                desired.resource().externalId(),
                existing.map(DirectoryUser::name).orElse(desired.name()),
                existing.flatMap(DirectoryUser::externalId),
                Lifecycle.MANAGED,
                Progress.PENDING,
                UserViews.stored(desired.resource()),
                now,
                now,
                UserRecord.FIRST_VERSION);
    }

    /** The same creation with what the provider says now. */
    UserRecord continued(UserRecord pending, ScimResource desired) {
        return new UserRecord(
                pending.scimId(),
                pending.connectionId(),
                pending.nameKey(),
                desired.externalId(),
                pending.directoryName(),
                pending.directoryExternalId(),
                Lifecycle.MANAGED,
                Progress.PENDING,
                UserViews.stored(desired),
                pending.created(),
                pending.created(),
                UserRecord.FIRST_VERSION);
    }

    /** The next version, after a PUT or PATCH. */
    UserRecord changed(UserRecord record, DesiredUser desired, Progress progress) {
        return new UserRecord(
                record.scimId(),
                record.connectionId(),
                desired.nameKey(),
                desired.resource().externalId(),
                record.directoryName(),
                record.directoryExternalId(),
                Lifecycle.MANAGED,
                progress,
                UserViews.stored(desired.resource()),
                record.created(),
                now(),
                record.version() + 1);
    }

    /** The next version, after a DELETE; what the provider said about the person is forgotten. */
    UserRecord deleted(UserRecord record, Progress progress) {
        return new UserRecord(
                record.scimId(),
                record.connectionId(),
                record.nameKey(),
                Optional.empty(),
                record.directoryName(),
                record.directoryExternalId(),
                Lifecycle.DELETED,
                progress,
                "",
                record.created(),
                now(),
                record.version() + 1);
    }

    /** Stores keep milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
