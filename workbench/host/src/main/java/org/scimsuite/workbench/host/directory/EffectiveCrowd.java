package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.CrowdService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.User;
import com.atlassian.crowd.embedded.api.UserWithAttributes;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationNotPermittedException;
import com.atlassian.crowd.exception.runtime.GroupNotFoundException;
import com.atlassian.crowd.exception.runtime.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All directories as one, as the products' own code sees them: the first directory that holds a name wins, a user is created in the
 * first that permits it, a group in every one that does, and a membership stands where the user does.
 */
final class EffectiveCrowd implements CrowdService, CrowdDirectoryService {

    private final DirectoryManager manager;

    EffectiveCrowd(DirectoryManager manager) {
        this.manager = manager;
    }

    @Override
    public List<Directory> findAllDirectories() {
        return manager.findAllDirectories();
    }

    @Override
    public User getUser(String name) {
        return primary(name).orElse(null);
    }

    @Override
    public UserWithAttributes getUserWithAttributes(String name) {
        return primary(name)
                .map(user -> run(() -> manager.findUserWithAttributesByName(user.getDirectoryId(), user.getName())))
                .orElse(null);
    }

    private Optional<com.atlassian.crowd.model.user.User> primary(String name) {
        for (Directory directory : findAllDirectories()) {
            try {
                return Optional.of(manager.findUserByName(directory.getId(), name));
            } catch (com.atlassian.crowd.exception.UserNotFoundException notHere) {
                // the next one may have it
            } catch (CrowdException e) {
                throw new IllegalStateException("The directories could not be read", e);
            }
        }
        return Optional.empty();
    }

    private com.atlassian.crowd.model.user.User required(User user) {
        return primary(user.getName()).orElseThrow(() -> new UserNotFoundException(user.getName()));
    }

    @Override
    public Group getGroup(String name) {
        for (Directory directory : findAllDirectories()) {
            try {
                return new EffectiveGroup(
                        manager.findGroupByName(directory.getId(), name).getName());
            } catch (com.atlassian.crowd.exception.GroupNotFoundException notHere) {
                // the next one may have it
            } catch (CrowdException e) {
                throw new IllegalStateException("The directories could not be read", e);
            }
        }
        return null;
    }

    @Override
    public <T> Iterable<T> search(Query<T> query) {
        Map<String, T> found = new LinkedHashMap<>();
        for (Directory directory : findAllDirectories()) {
            for (T entity : run(() -> in(directory.getId(), query))) {
                String name = entity instanceof User user ? user.getName() : String.valueOf(entity);
                found.putIfAbsent(NameRules.key(name), entity);
            }
        }
        List<T> all = new ArrayList<>(found.values());
        return query.getMaxResults() < 0 ? all : all.subList(0, Math.min(query.getMaxResults(), all.size()));
    }

    private <T> List<T> in(long directory, Query<T> query) throws CrowdException {
        if (query instanceof MembershipQuery<T> membership) {
            List<T> found = new ArrayList<>();
            for (T entity : manager.searchDirectGroupRelationships(directory, membership)) {
                // whoever is in an earlier directory too has the memberships of that one only
                boolean isShadowed = entity instanceof User user
                        && primary(user.getName()).orElseThrow().getDirectoryId() != directory;
                if (!isShadowed) {
                    found.add(entity);
                }
            }
            return found;
        }
        EntityQuery<T> entities = (EntityQuery<T>) query;
        return entities.getEntityDescriptor() == com.atlassian.crowd.search.EntityDescriptor.user()
                ? manager.searchUsers(directory, entities)
                : manager.searchGroups(directory, entities);
    }

    @Override
    public boolean isUserDirectGroupMember(User user, Group group) {
        return primary(user.getName())
                .map(known -> run(() ->
                        manager.isUserDirectGroupMember(known.getDirectoryId(), known.getName(), group.getName())))
                .orElse(false);
    }

    @Override
    public UserWithAttributes addUser(UserWithAttributes user, String credential)
            throws InvalidUserException, InvalidCredentialException, OperationNotPermittedException {
        Directory home = permitting(OperationType.CREATE_USER).stream()
                .findFirst()
                .orElseThrow(() -> new OperationNotPermittedException("No directory lets users be created", null));
        UserTemplateWithAttributes template = new UserTemplateWithAttributes(user.getName(), home.getId());
        UserTemplate given = template(user);
        template.setActive(given.isActive());
        template.setFirstName(given.getFirstName());
        template.setLastName(given.getLastName());
        template.setDisplayName(given.getDisplayName());
        template.setEmailAddress(given.getEmailAddress());
        return permitted(() -> {
            try {
                return manager.addUser(home.getId(), template, PasswordCredential.unencrypted(credential));
            } catch (com.atlassian.crowd.exception.UserAlreadyExistsException e) {
                throw new InvalidUserException(e.getMessage());
            }
        });
    }

    private static UserTemplate template(User user) {
        return user instanceof com.atlassian.crowd.model.user.User known
                ? new UserTemplate(known)
                : new UserTemplate(user);
    }

    @Override
    public User updateUser(User user) throws InvalidUserException, OperationNotPermittedException {
        UserTemplate template = template(user);
        template.setDirectoryId(required(user).getDirectoryId());
        return permitted(() -> manager.updateUser(template.getDirectoryId(), template));
    }

    @Override
    public User renameUser(User user, String newUsername) throws InvalidUserException, OperationNotPermittedException {
        var known = required(user);
        return permitted(() -> manager.renameUser(known.getDirectoryId(), known.getName(), newUsername));
    }

    @Override
    public void setUserAttribute(User user, String attributeName, Set<String> attributeValues)
            throws OperationNotPermittedException {
        var known = required(user);
        changed(() -> manager.storeUserAttributes(
                known.getDirectoryId(), known.getName(), Map.of(attributeName, attributeValues)));
    }

    @Override
    public void removeUserAttribute(User user, String attributeName) throws OperationNotPermittedException {
        var known = required(user);
        changed(() -> manager.removeUserAttributes(known.getDirectoryId(), known.getName(), attributeName));
    }

    @Override
    public boolean removeUser(User user) throws OperationNotPermittedException {
        var known = required(user);
        changed(() -> manager.removeUser(known.getDirectoryId(), known.getName()));
        return true;
    }

    @Override
    public Group addGroup(Group group) throws InvalidGroupException, OperationNotPermittedException {
        for (Directory directory : permitting(OperationType.CREATE_GROUP)) {
            GroupTemplate template = new GroupTemplate(group.getName(), directory.getId(), GroupType.GROUP);
            template.setActive(true);
            changed(() -> manager.addGroup(directory.getId(), template));
        }
        return getGroup(group.getName());
    }

    @Override
    public boolean removeGroup(Group group) throws OperationNotPermittedException {
        for (Directory directory : permitting(OperationType.DELETE_GROUP)) {
            changed(() -> manager.removeGroup(directory.getId(), group.getName()));
        }
        return true;
    }

    @Override
    public boolean addUserToGroup(User user, Group group) throws OperationNotPermittedException {
        var known = required(user);
        changed(() -> manager.addUserToGroup(known.getDirectoryId(), known.getName(), group.getName()));
        return true;
    }

    @Override
    public boolean removeUserFromGroup(User user, Group group) throws OperationNotPermittedException {
        var known = required(user);
        changed(() -> manager.removeUserFromGroup(known.getDirectoryId(), known.getName(), group.getName()));
        return true;
    }

    private List<Directory> permitting(OperationType operation) {
        return findAllDirectories().stream()
                .filter(directory -> directory.getAllowedOperations().contains(operation))
                .toList();
    }

    private interface Work<T> {
        T run() throws CrowdException, DirectoryPermissionException;
    }

    private interface Change {
        void run() throws CrowdException, DirectoryPermissionException;
    }

    private static <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (CrowdException | DirectoryPermissionException e) {
            throw new IllegalStateException("The directories could not be read", e);
        }
    }

    private static <T> T permitted(Work<T> work) throws InvalidUserException, OperationNotPermittedException {
        try {
            return work.run();
        } catch (DirectoryPermissionException e) {
            throw new OperationNotPermittedException(e.getMessage(), e);
        } catch (InvalidUserException e) {
            throw e;
        } catch (CrowdException e) {
            throw new IllegalStateException("The directory could not do it", e);
        }
    }

    private static void changed(Change change) throws OperationNotPermittedException {
        try {
            change.run();
        } catch (DirectoryPermissionException e) {
            throw new OperationNotPermittedException(e.getMessage(), e);
        } catch (com.atlassian.crowd.exception.GroupNotFoundException e) {
            throw new GroupNotFoundException(e.getMessage());
        } catch (CrowdException e) {
            throw new IllegalStateException("The directory could not do it", e);
        }
    }

    private record EffectiveGroup(String name) implements Group {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int compareTo(Group other) {
            return NameRules.key(name).compareTo(NameRules.key(other.getName()));
        }
    }
}
