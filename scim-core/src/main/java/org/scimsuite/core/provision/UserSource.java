package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.mapping.UserNames;
import org.scimsuite.core.message.Characters;
import org.scimsuite.core.provision.UserLinker.Linkage;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;
import org.scimsuite.core.store.UserRecordStore;

/**
 * Users in the order of their name keys, which are their keys here. Who exists is what the directory says; whoever is shown
 * for the first time gets a record.
 */
final class UserSource implements ResourceSource {

    /** Large, because a directory may have to sort all names for each of them. */
    private static final int SCAN_SLICE = 2_000;

    private final Parts parts;
    private final ProvisioningContext context;
    private final Projection shown;
    private final UserGroups groups;
    private Optional<List<String>> visible = Optional.empty();

    UserSource(Parts parts, ProvisioningContext context, Projection shown, UserGroups groups) {
        this.parts = parts;
        this.context = context;
        this.shown = shown;
        this.groups = groups;
    }

    /** What reading users needs. */
    record Parts(
            UserDirectoryPort directory,
            UserRecordStore store,
            UserReader reader,
            UserLinker linker,
            UserHealer healer,
            UserViews views,
            DesiredUsers desired,
            NameRolls rolls) {}

    @Override
    public int count() {
        return visible().size();
    }

    @Override
    public List<Keyed> from(int offset, int limit) {
        List<String> keys = visible();
        int start = Math.min(offset, keys.size());
        return find(keys.subList(start, (int) Math.min((long) start + limit, keys.size())));
    }

    @Override
    public Slice after(Optional<String> key, int limit) {
        List<String> keys = key.isEmpty() ? visible() : parts.rolls().lately(context.directoryId());
        int start = key.map(last -> NameRolls.behind(keys, last)).orElse(0);
        int end = (int) Math.min((long) start + limit, keys.size());
        Optional<String> next = end < keys.size() ? Optional.of(keys.get(end - 1)) : Optional.empty();
        return new Slice(find(keys.subList(start, end)), next);
    }

    /** The names without those whom the provider deleted and who are inactive since; read once for a request. */
    private List<String> visible() {
        if (visible.isEmpty()) {
            parts.healer().settleAbandoned(context);
            List<String> keys = parts.rolls().now(context.directoryId());
            Set<String> hidden = hidden(keys);
            visible = Optional.of(
                    hidden.isEmpty()
                            ? keys
                            : keys.stream().filter(key -> !hidden.contains(key)).toList());
        }
        return visible.get();
    }

    private Set<String> hidden(List<String> keys) {
        Set<String> hidden = new HashSet<>(parts.store().nameKeys(context.connectionId(), Lifecycle.DELETED));
        hidden.removeIf(key -> Collections.binarySearch(keys, key) < 0);
        link(List.copyOf(hidden)).forEach(linkage -> hidden.remove(linkage.key()));
        return hidden;
    }

    @Override
    public List<Keyed> find(List<String> keys) {
        return kept(link(keys), Optional.empty());
    }

    private List<Keyed> kept(List<Linkage> linkages, Optional<String> userName) {
        return complete(
                linkages.stream().map(Linkage::key).toList(),
                linkages.stream().map(linkage -> kept(linkage, userName)).toList());
    }

    /** The users of these keys with what is to be shown of their groups. */
    private List<Keyed> complete(List<String> keys, List<ProvisionedUser> users) {
        List<ProvisionedUser> complete = groups.readFor(context, users, shown);
        List<Keyed> found = new ArrayList<>();
        for (int index = 0; index < complete.size(); index++) {
            found.add(new Keyed(keys.get(index), complete.get(index)));
        }
        return found;
    }

    private List<Linkage> link(List<String> keys) {
        return parts.linker().link(context, users(keys));
    }

    private List<DirectoryUser> users(List<String> keys) {
        return keys.stream()
                .flatMap(key -> parts.directory().findUserByName(context.directoryId(), key).stream())
                .toList();
    }

    private ProvisionedUser kept(Linkage linkage, Optional<String> userName) {
        UserRecord record = parts.linker().keep(context, linkage);
        return parts.views().view(context, record, linkage.user(), userName);
    }

    @Override
    public Optional<List<Keyed>> candidates(BoundFilter filter) {
        Optional<String> id = filter.requiredText("id");
        if (id.isPresent()) {
            return id.map(value -> byIds(List.of(value)));
        }
        Optional<String> userName = filter.requiredText("userName");
        if (userName.isPresent()) {
            return byUserName(userName.get());
        }
        Optional<String> externalId = filter.requiredText("externalId");
        if (externalId.isPresent()) {
            return externalId.map(this::byExternalId);
        }
        return filter.requiredText("groups.value").map(group -> byIds(List.copyOf(groups.usersIn(context, group))));
    }

    private List<Keyed> byIds(List<String> ids) {
        List<ProvisionedUser> users = ids.stream()
                .flatMap(id -> parts.reader().find(context, id).stream())
                .toList();
        return complete(users.stream().map(user -> user.user().nameKey()).toList(), users);
    }

    /**
     * In the spelling that new names have, and as it was asked for: names that we did not give need not be prepared, and those of
     * people whom the provider never wrote need not be what the mapping makes of anything. Empty where names are not made from
     * {@code userName}.
     */
    private Optional<List<Keyed>> byUserName(String userName) {
        UserNames names = parts.desired().projection(context).names();
        if (!names.areFromUserName()) {
            return Optional.empty();
        }
        List<String> spellings = List.of(Characters.prepared(userName), userName);
        return Optional.of(Stream.concat(spellings.stream().map(names::from), spellings.stream())
                .map(DirectoryUser::nameKey)
                .distinct()
                .flatMap(key -> byNameKey(key, userName).stream())
                .toList());
    }

    /** One read of the directory and one of the records, unless there is something left undone about that name. */
    private List<Keyed> byNameKey(String key, String userName) {
        List<DirectoryUser> users = users(List.of(key));
        Optional<UserRecord> record = parts.store().findByNameKey(context.connectionId(), key);
        if (record.filter(UserRecord::isPending).isPresent()) {
            parts.healer().settled(context, record.get());
            return kept(link(List.of(key)), Optional.of(userName));
        }
        return kept(parts.linker().link(context, users, record.stream().toList()), Optional.of(userName));
    }

    private List<Keyed> byExternalId(String externalId) {
        return byIds(parts.store().findByExternalId(context.connectionId(), externalId).stream()
                .map(UserRecord::scimId)
                .toList());
    }

    /** Users who are only looked at get no record. */
    @Override
    public Iterator<Keyed> scan(Optional<String> key) {
        parts.healer().settleAbandoned(context);
        List<String> keys = parts.rolls().now(context.directoryId());
        return new Scan(keys, key.map(last -> NameRolls.behind(keys, last)).orElse(0));
    }

    /** All users of a roll, a slice at a time. */
    private final class Scan implements Iterator<Keyed> {

        private final List<String> keys;
        private int start;
        private Iterator<Linkage> slice = List.<Linkage>of().iterator();

        Scan(List<String> keys, int start) {
            this.keys = keys;
            this.start = start;
        }

        @Override
        public boolean hasNext() {
            while (!slice.hasNext() && start < keys.size()) {
                int end = Math.min(start + SCAN_SLICE, keys.size());
                slice = parts.linker().link(context, users(start, end)).iterator();
                start = end;
            }
            return slice.hasNext();
        }

        @Override
        public Keyed next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Linkage linkage = slice.next();
            return new Keyed(linkage.key(), parts.views().view(context, linkage.record(), linkage.user()));
        }

        /** The roll decides who is looked at, so that nobody is left out or met twice while others come and go. */
        private List<DirectoryUser> users(int from, int to) {
            Map<String, DirectoryUser> byKey = new HashMap<>();
            parts.directory()
                    .users(context.directoryId(), new DirectoryPage(from, to - from))
                    .forEach(user -> byKey.put(user.nameKey(), user));
            List<DirectoryUser> users = new ArrayList<>();
            for (String key : keys.subList(from, to)) {
                Optional.ofNullable(byKey.get(key))
                        .or(() -> parts.directory().findUserByName(context.directoryId(), key))
                        .ifPresent(users::add);
            }
            return users;
        }
    }
}
