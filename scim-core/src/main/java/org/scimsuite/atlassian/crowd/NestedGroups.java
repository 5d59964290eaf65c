package org.scimsuite.atlassian.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryGroup;

/** Which groups let their members into others, because they are within them. */
public final class NestedGroups {

    /** Crowd's word for "no limit". */
    private static final int ALL_RESULTS = -1;

    private final HostLookup services;

    public NestedGroups(HostLookup services) {
        this.services = services;
    }

    /**
     * The {@link DirectoryGroup#nameKey name keys} of these groups, and of all groups within them in any active directory;
     * of the groups alone where the product does not let single directories be asked.
     */
    public Set<String> withDescendants(Collection<String> groups) {
        Set<String> keys = new HashSet<>();
        groups.forEach(group -> keys.add(DirectoryGroup.nameKey(group)));
        Optional<DirectoryManager> manager = services.find(DirectoryManager.class);
        if (manager.isPresent()) {
            for (Directory directory : manager.get().findAllDirectories()) {
                if (directory.isActive()) {
                    keys.addAll(within(manager.get(), directory.getId(), groups));
                }
            }
        }
        return keys;
    }

    private static Set<String> within(DirectoryManager manager, long directoryId, Collection<String> groups) {
        return CrowdCalls.call(directoryId, "", () -> {
            Set<String> found = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(groups);
            while (!open.isEmpty()) {
                for (String child : manager.searchDirectGroupRelationships(
                        directoryId,
                        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                                .childrenOf(EntityDescriptor.group())
                                .withName(open.pop())
                                .returningAtMost(ALL_RESULTS))) {
                    // a group may be within itself, by way of others
                    if (found.add(DirectoryGroup.nameKey(child))) {
                        open.push(child);
                    }
                }
            }
            return found;
        });
    }
}
