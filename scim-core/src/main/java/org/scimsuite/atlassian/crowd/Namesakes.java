package org.scimsuite.atlassian.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;

/**
 * Whom a product means by a name: the person of the first directory that has it. Whoever is to be thrown out of another directory must not
 * take that person along. Nothing is known where the product does not let single directories be asked.
 */
public final class Namesakes {

    private final HostLookup services;

    public Namesakes(HostLookup services) {
        this.services = services;
    }

    /** The person of the same name in a directory that the product asks before the person's own. */
    public Optional<DirectoryUser> before(DirectoryUser person) {
        List<Long> earlier = services.find(DirectoryManager.class)
                .map(manager -> manager.findAllDirectories().stream()
                        .filter(Directory::isActive)
                        .map(Directory::getId)
                        .takeWhile(id -> id != person.directoryId())
                        .toList())
                .orElse(List.of());
        return in(earlier, person.name());
    }

    /** The person of that name in the first of these directories that has one. */
    public Optional<DirectoryUser> in(Collection<Long> directoryIds, String name) {
        Optional<DirectoryManager> manager = services.find(DirectoryManager.class);
        if (manager.isPresent()) {
            for (long id : directoryIds) {
                Optional<User> user = CrowdCalls.find(id, () -> manager.get().findUserByName(id, name));
                if (user.isPresent()) {
                    return user.map(CrowdValues::user);
                }
            }
        }
        return Optional.empty();
    }
}
