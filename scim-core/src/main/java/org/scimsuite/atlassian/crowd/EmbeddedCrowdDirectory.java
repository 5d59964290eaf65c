package org.scimsuite.atlassian.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.UserDirectoryPort;

/**
 * The user directories of any product, over the {@link DirectoryManager} of its embedded Crowd. That manager knows neither
 * the logged-in person nor licences: who may do what has been decided before.
 */
public final class EmbeddedCrowdDirectory implements UserDirectoryPort {

    /** Crowd's word for "no limit"; a literal, because a constant of theirs would be copied at compile time anyway. */
    private static final int ALL_RESULTS = -1;

    private static final Comparator<String> BY_NAME_KEY = Comparator.comparing(DirectoryUser::nameKey);

    private final Supplier<DirectoryManager> manager;
    private final CrowdGroups groups;
    private final Administrators administrators;
    private final RandomPasswords passwords = new RandomPasswords();

    /**
     * @param manager looked up for each call, because the service may arrive after the plugin; throws a
     *     {@link DirectoryException.Unavailable} that says why when it is missing
     * @param administrators of the product
     */
    public EmbeddedCrowdDirectory(Supplier<DirectoryManager> manager, Administrators administrators) {
        this.manager = manager;
        this.groups = new CrowdGroups(manager);
        this.administrators = administrators;
    }

    /** Who administers the product, which no directory knows. */
    public interface Administrators {

        /** The names of the groups that a product gives its administrators when it is installed. */
        Collection<String> groups();

        /** Whether the product lets the user of that name administer all of it. */
        boolean isAdministrator(String userName);
    }

    @Override
    public List<DirectoryInfo> directories() {
        return CrowdCalls.call(0, "", () -> manager.get().findAllDirectories()).stream()
                .filter(Directory::isActive)
                .map(CrowdValues::info)
                .toList();
    }

    @Override
    public Optional<DirectoryInfo> directory(long directoryId) {
        return directories().stream()
                .filter(directory -> directory.id() == directoryId)
                .findFirst();
    }

    @Override
    public Optional<DirectoryUser> findUserByName(long directoryId, String name) {
        return find(directoryId, name).map(CrowdValues::user);
    }

    @Override
    public Optional<DirectoryUser> findUserByExternalId(long directoryId, String externalId) {
        return CrowdCalls.find(directoryId, () -> manager.get().findUserByExternalId(directoryId, externalId))
                .map(CrowdValues::user);
    }

    @Override
    public Collection<String> userNames(long directoryId) {
        return CrowdCalls.call(directoryId, "", () -> manager.get()
                .searchUsers(
                        directoryId,
                        QueryBuilder.queryFor(String.class, EntityDescriptor.user())
                                .returningAtMost(ALL_RESULTS)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Crowd promises no order. Who belongs on the page is therefore decided on the sorted names; the users themselves come
     * with one search of the same window, which most directories answer in the same order, and only those that it did not
     * return are fetched one by one.
     */
    @Override
    public List<DirectoryUser> users(long directoryId, DirectoryPage page) {
        List<String> names = userNames(directoryId).stream()
                .sorted(BY_NAME_KEY)
                .skip(page.offset())
                .limit(page.limit())
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, DirectoryUser> window = window(directoryId, page);
        return names.stream()
                .map(name -> Optional.ofNullable(window.get(DirectoryUser.nameKey(name)))
                        .or(() -> findUserByName(directoryId, name)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Map<String, DirectoryUser> window(long directoryId, DirectoryPage page) {
        List<User> users = CrowdCalls.call(directoryId, "", () -> manager.get()
                .searchUsers(
                        directoryId,
                        QueryBuilder.queryFor(User.class, EntityDescriptor.user())
                                .startingAt(page.offset())
                                .returningAtMost(page.limit())));
        Map<String, DirectoryUser> byNameKey = new HashMap<>();
        users.stream().map(CrowdValues::user).forEach(user -> byNameKey.put(user.nameKey(), user));
        return byNameKey;
    }

    @Override
    public DirectoryUser createUser(long directoryId, DirectoryUserProfile profile) {
        UserTemplateWithAttributes template = new UserTemplateWithAttributes(profile.name(), directoryId);
        CrowdValues.fill(template, profile);
        User created = CrowdCalls.call(directoryId, profile.name(), () -> manager.get()
                .addUser(directoryId, template, PasswordCredential.unencrypted(passwords.next())));
        // some directories give the stable id only to those who ask again
        return created.getExternalId() == null
                ? findUserByName(directoryId, profile.name()).orElseGet(() -> CrowdValues.user(created))
                : CrowdValues.user(created);
    }

    @Override
    public DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile) {
        return CrowdCalls.call(directoryId, profile.name(), () -> {
            // a copy, so that whatever else the directory holds of the person is kept
            UserTemplate template = new UserTemplate(manager.get().findUserByName(directoryId, profile.name()));
            CrowdValues.fill(template, profile);
            return CrowdValues.user(manager.get().updateUser(directoryId, template));
        });
    }

    @Override
    public DirectoryUser renameUser(long directoryId, String oldName, String newName) {
        try {
            return CrowdValues.user(CrowdCalls.call(
                    directoryId, oldName, () -> manager.get().renameUser(directoryId, oldName, newName)));
        } catch (DirectoryException.UserExists e) {
            throw new DirectoryException.UserExists(
                    "The directory already has a user \"" + newName + "\" (names are compared without regard to case).",
                    e);
        }
    }

    @Override
    public void removeUser(long directoryId, String name) {
        CrowdCalls.call(directoryId, name, () -> {
            manager.get().removeUser(directoryId, name);
            return Boolean.TRUE;
        });
    }

    @Override
    public Map<String, Set<String>> userAttributes(long directoryId, String userName) {
        return CrowdCalls.find(directoryId, () -> manager.get().findUserWithAttributesByName(directoryId, userName))
                .map(CrowdValues::attributes)
                .orElse(Map.of());
    }

    /** {@inheritDoc} Crowd stores several at once, and removes one at a time. */
    @Override
    public void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> attributes) {
        Map<String, Set<String>> stored = new HashMap<>(attributes);
        stored.values().removeIf(Set::isEmpty);
        CrowdCalls.call(directoryId, userName, () -> {
            if (!stored.isEmpty()) {
                manager.get().storeUserAttributes(directoryId, userName, stored);
            }
            for (Map.Entry<String, Set<String>> attribute : attributes.entrySet()) {
                if (attribute.getValue().isEmpty()) {
                    manager.get().removeUserAttributes(directoryId, userName, attribute.getKey());
                }
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public Optional<DirectoryGroup> findGroupByName(long directoryId, String name) {
        return groups.find(directoryId, name);
    }

    @Override
    public Collection<String> groupNames(long directoryId) {
        return groups.names(directoryId);
    }

    @Override
    public DirectoryGroup createGroup(long directoryId, String name) {
        return groups.create(directoryId, name);
    }

    @Override
    public void removeGroup(long directoryId, String name) {
        groups.remove(directoryId, name);
    }

    @Override
    public Collection<String> groupsOfUser(long directoryId, String userName) {
        return groups.ofUser(directoryId, userName);
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName) {
        return usersInGroup(directoryId, groupName, ALL_RESULTS);
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName, int atMost) {
        return groups.users(directoryId, groupName, atMost);
    }

    @Override
    public boolean hasMembers(long directoryId, String groupName) {
        return groups.hasMembers(directoryId, groupName);
    }

    @Override
    public MembershipResult addUserToGroup(long directoryId, String userName, String groupName) {
        return groups.addUser(directoryId, userName, groupName);
    }

    @Override
    public void addUsersToGroup(long directoryId, Collection<String> userNames, String groupName) {
        groups.addUsers(directoryId, userNames, groupName);
    }

    @Override
    public MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName) {
        return groups.removeUser(directoryId, userName, groupName);
    }

    @Override
    public Collection<String> administratorGroups(long directoryId) {
        return administrators.groups();
    }

    @Override
    public boolean isAdministrator(long directoryId, String userName) {
        return administrators.isAdministrator(userName);
    }

    private Optional<User> find(long directoryId, String name) {
        return CrowdCalls.find(directoryId, () -> manager.get().findUserByName(directoryId, name));
    }
}
