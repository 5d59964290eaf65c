package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pairs directory users with their records, and gives a record to a user that is shown for the first time. */
final class UserLinker {

    private static final Logger LOG = LoggerFactory.getLogger(UserLinker.class);

    private final UserRecordStore store;
    private final UserRecords records;
    private final UserResolver resolver;
    private final UserHealer healer;
    private final ParkedMembers parked;

    UserLinker(
            UserRecordStore store,
            UserRecords records,
            UserResolver resolver,
            UserHealer healer,
            ParkedMembers parked) {
        this.store = store;
        this.records = records;
        this.resolver = resolver;
        this.healer = healer;
        this.parked = parked;
    }

    /**
     * A directory user and its record.
     *
     * @param key the name key of the user that was to be linked; that of {@code user} differs when its record was pending
     * @param record the record to show; not yet stored when it differs from {@code stored}
     * @param stored the record in the store that stands for this user or blocks its name; empty when there is none
     */
    record Linkage(String key, DirectoryUser user, UserRecord record, Optional<UserRecord> stored) {

        private static Linkage of(DirectoryUser user, UserRecord record) {
            return new Linkage(user.nameKey(), user, record, Optional.of(record));
        }

        private static Linkage unstored(DirectoryUser user, UserRecord record, Optional<UserRecord> stored) {
            return new Linkage(user.nameKey(), user, record, stored);
        }

        private Linkage under(String otherKey) {
            return new Linkage(otherKey, user, record, stored);
        }
    }

    /** Pairs users in their order; those whom the provider deleted and who are inactive since are left out. */
    List<Linkage> link(ProvisioningContext context, List<DirectoryUser> users) {
        return link(
                context,
                users,
                store.findByNameKeys(
                        context.connectionId(),
                        users.stream().map(DirectoryUser::nameKey).toList()));
    }

    /** As {@link #link(ProvisioningContext, List)}, for callers that have read the records of these names after the users. */
    List<Linkage> link(ProvisioningContext context, List<DirectoryUser> users, List<UserRecord> named) {
        Map<String, UserRecord> byName = new HashMap<>();
        named.forEach(record -> byName.put(record.nameKey(), record));
        Map<String, UserRecord> byExternalId = findRenamed(context, users, byName);
        List<Linkage> linkages = new ArrayList<>();
        for (DirectoryUser user : users) {
            Optional<UserRecord> namesake = Optional.ofNullable(byName.get(user.nameKey()));
            Optional<UserRecord> own = namesake.filter(record -> UserResolver.isSamePerson(record, user))
                    .or(() -> user.externalId().map(byExternalId::get));
            link(context, user, own, namesake)
                    .map(linkage -> linkage.under(user.nameKey()))
                    .ifPresent(linkages::add);
        }
        return linkages;
    }

    private Map<String, UserRecord> findRenamed(
            ProvisioningContext context, List<DirectoryUser> users, Map<String, UserRecord> byName) {
        List<String> externalIds = users.stream()
                .filter(user -> !Optional.ofNullable(byName.get(user.nameKey()))
                        .filter(record -> UserResolver.isSamePerson(record, user))
                        .isPresent())
                .map(DirectoryUser::externalId)
                .flatMap(Optional::stream)
                .toList();
        Map<String, UserRecord> byExternalId = new HashMap<>();
        if (!externalIds.isEmpty()) {
            store.findByDirectoryExternalIds(context.connectionId(), externalIds)
                    .forEach(record ->
                            byExternalId.put(record.directoryExternalId().orElseThrow(), record));
        }
        return byExternalId;
    }

    private Optional<Linkage> link(
            ProvisioningContext context, DirectoryUser user, Optional<UserRecord> own, Optional<UserRecord> named) {
        if (own.isEmpty()) {
            return Optional.of(Linkage.unstored(user, records.linked(context, user), named));
        }
        if (own.get().isPending()) {
            return healed(context, user, own.get());
        }
        return settled(context, user, own.get());
    }

    /** One user that cannot be carried out now must not hide all others of a list: it is shown as the directory has it. */
    private Optional<Linkage> healed(ProvisioningContext context, DirectoryUser user, UserRecord pending) {
        try {
            return healer.settled(context, pending)
                    .flatMap(record -> resolver.resolve(context, record).flatMap(now -> settled(context, now, record)));
        } catch (RuntimeException e) {
            LOG.warn("The pending record {} could not be carried out", pending.scimId(), e);
            return Optional.of(Linkage.of(user, pending));
        }
    }

    private Optional<Linkage> settled(ProvisioningContext context, DirectoryUser user, UserRecord record) {
        if (!record.isDeleted()) {
            return Optional.of(Linkage.of(user, resolver.relink(context, record, user)));
        }
        // brought back by a local admin: the person is there again, as a new resource
        return user.isActive()
                ? Optional.of(Linkage.unstored(user, records.linked(context, user), Optional.of(record)))
                : Optional.empty();
    }

    /** Stores the record of a linkage that is going to be shown; the record in force, whoever stored it. */
    UserRecord keep(ProvisioningContext context, Linkage linkage) {
        UserRecord record = linkage.record();
        if (linkage.stored()
                .map(UserRecord::scimId)
                .filter(record.scimId()::equals)
                .isPresent()) {
            return record;
        }
        boolean kept = linkage.stored().isPresent()
                ? keepInstead(context, linkage.stored().get(), linkage)
                : store.insert(record, parked.arriving(record));
        if (kept) {
            return record;
        }
        return store.findByNameKey(context.connectionId(), record.nameKey())
                .filter(other -> UserResolver.isSamePerson(other, linkage.user()))
                .orElse(record);
    }

    private boolean keepInstead(ProvisioningContext context, UserRecord former, Linkage linkage) {
        Optional<DirectoryUser> elsewhere = resolver.resolve(context, former)
                .filter(user -> !Objects.equals(user.nameKey(), linkage.user().nameKey()));
        if (elsewhere.isPresent()) {
            resolver.relink(context, former, elsewhere.get());
            return store.insert(linkage.record(), parked.arriving(linkage.record()));
        }
        return store.replace(former, linkage.record(), parked.arriving(linkage.record()));
    }
}
