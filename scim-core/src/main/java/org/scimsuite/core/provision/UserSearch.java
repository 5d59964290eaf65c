package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.ResourceQuery.PageRequest;
import org.scimsuite.core.provision.UserLinker.Linkage;
import org.scimsuite.core.store.UserRecord;
import org.scimsuite.core.store.UserRecord.Lifecycle;
import org.scimsuite.core.store.UserRecordStore;

/** Finds users, in the order of their names (RFC 7644 §3.4.2). */
final class UserSearch {

    /** Large, because a directory may have to sort all names for each page. */
    private static final int SCAN_PAGE = 2_000;

    /** Beyond this a scan takes longer than identity providers wait. */
    private static final int SCAN_BUDGET = 200_000;

    private final UserDirectoryPort directory;
    private final UserRecordStore store;
    private final UserReader reader;
    private final UserLinker linker;
    private final UserHealer healer;
    private final UserViews views;

    UserSearch(
            UserDirectoryPort directory,
            UserRecordStore store,
            UserReader reader,
            UserLinker linker,
            UserHealer healer,
            UserViews views) {
        this.directory = directory;
        this.store = store;
        this.reader = reader;
        this.linker = linker;
        this.healer = healer;
        this.views = views;
    }

    /**
     * A window on the result.
     *
     * @param startIndex from 1
     * @param count at most so many users, from 0
     */
    private record Window(int startIndex, int count) {

        private boolean holds(long position) {
            return position >= startIndex && position < (long) startIndex + count;
        }
    }

    /**
     * A page of the result.
     *
     * @param total how many users there are on all pages
     */
    private record Page(int total, List<ProvisionedUser> users) {
        public Page {
            users = List.copyOf(users);
        }
    }

    /** The page of a query. */
    ResourcePage search(ProvisioningContext context, ResourceQuery query) {
        Window window = query.page() instanceof PageRequest.Index index
                ? new Window(index.startIndex(), index.count())
                : new Window(1, query.page().count());
        Page page =
                query.filter().isPresent() ? matching(context, query.filter().get(), window) : all(context, window);
        return new ResourcePage(page.total(), page.users(), Optional.empty());
    }

    /** All users. */
    private Page all(ProvisioningContext context, Window window) {
        healer.settleAbandoned(context);
        Map<String, String> names = visibleNames(context);
        List<DirectoryUser> users = names.values().stream()
                .skip(window.startIndex() - 1L)
                .limit(window.count())
                .flatMap(name -> directory.findUserByName(context.directoryId(), name).stream())
                .toList();
        List<ProvisionedUser> shown = new ArrayList<>();
        linker.link(context, users).forEach(linkage -> shown.add(keep(context, linkage)));
        return new Page(names.size(), shown);
    }

    /** By name key, without those whom the provider deleted and who are inactive since. */
    private Map<String, String> visibleNames(ProvisioningContext context) {
        Map<String, String> names = new TreeMap<>();
        directory.userNames(context.directoryId()).forEach(name -> names.put(DirectoryUser.nameKey(name), name));
        Set<String> deleted = new HashSet<>(store.nameKeys(context.connectionId(), Lifecycle.DELETED));
        deleted.retainAll(names.keySet());
        for (String key : deleted) {
            List<DirectoryUser> user = directory.findUserByName(context.directoryId(), key).stream()
                    .toList();
            if (linker.link(context, user).isEmpty()) {
                names.remove(key);
            }
        }
        return names;
    }

    /**
     * The users that a filter is true for.
     *
     * @throws ScimException 400 tooMany when the directory is too large to be read from end to end
     */
    private Page matching(ProvisioningContext context, BoundFilter filter, Window window) {
        Optional<List<ProvisionedUser>> candidates = candidates(context, filter);
        if (candidates.isEmpty()) {
            return scan(context, filter, window);
        }
        List<ProvisionedUser> found = candidates.get().stream()
                .filter(user -> filter.matches(user.resource()))
                .toList();
        List<ProvisionedUser> page = found.stream()
                .skip(window.startIndex() - 1L)
                .limit(window.count())
                .toList();
        return new Page(found.size(), page);
    }

    /** The few users that a filter can be true for, where it names an id or a name; empty when it does not. */
    private Optional<List<ProvisionedUser>> candidates(ProvisioningContext context, BoundFilter filter) {
        Optional<String> id = filter.requiredText("id");
        if (id.isPresent()) {
            return id.map(value -> reader.find(context, value).stream().toList());
        }
        Optional<String> userName = filter.requiredText("userName");
        if (userName.isPresent()) {
            return userName.map(name -> byName(context, name));
        }
        return filter.requiredText("externalId").map(externalId -> byExternalId(context, externalId));
    }

    private List<ProvisionedUser> byName(ProvisioningContext context, String name) {
        store.findByNameKey(context.connectionId(), DirectoryUser.nameKey(name))
                .filter(UserRecord::isPending)
                .ifPresent(pending -> healer.settled(context, pending));
        List<DirectoryUser> user =
                directory.findUserByName(context.directoryId(), name).stream().toList();
        return linker.link(context, user).stream()
                .map(linkage -> keep(context, linkage))
                .toList();
    }

    private List<ProvisionedUser> byExternalId(ProvisioningContext context, String externalId) {
        return store.findByExternalId(context.connectionId(), externalId).stream()
                .flatMap(record -> reader.find(context, record.scimId()).stream())
                .toList();
    }

    private Page scan(ProvisioningContext context, BoundFilter filter, Window window) {
        healer.settleAbandoned(context);
        int total = 0;
        List<Linkage> shown = new ArrayList<>();
        DirectoryPage page = new DirectoryPage(0, SCAN_PAGE);
        List<DirectoryUser> users = directory.users(context.directoryId(), page);
        while (!users.isEmpty()) {
            for (Linkage linkage : linker.link(context, users)) {
                if (filter.matches(
                        views.view(context, linkage.record(), linkage.user()).resource())) {
                    total++;
                    if (window.holds(total)) {
                        shown.add(linkage);
                    }
                }
            }
            page = page.next();
            if (page.offset() >= SCAN_BUDGET) {
                throw ScimException.badRequest(
                        ScimType.TOO_MANY,
                        "The directory has too many users to be searched by this filter. Search by userName, id or"
                                + " externalId with eq.");
            }
            users = users.size() < SCAN_PAGE ? List.of() : directory.users(context.directoryId(), page);
        }
        return new Page(
                total, shown.stream().map(linkage -> keep(context, linkage)).toList());
    }

    private ProvisionedUser keep(ProvisioningContext context, Linkage linkage) {
        return views.view(context, linker.keep(context, linkage), linkage.user());
    }
}
