package org.scimsuite.atlassian.crowd.effective;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.CrowdService;
import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.builder.QueryBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scimsuite.atlassian.crowd.CrowdCalls;
import org.scimsuite.atlassian.crowd.CrowdValues;
import org.scimsuite.atlassian.crowd.EmbeddedCrowdDirectory.Administrators;
import org.scimsuite.atlassian.crowd.HostLookup;
import org.scimsuite.atlassian.crowd.RandomPasswords;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.directory.UserDirectoryPort;

/**
 * User directories over {@link CrowdService}, which sees all of a product's directories as one and cannot be told which to use. Of the
 * people it finds only those count who are in the directory asked for, and it changes only the directory in which the product creates
 * users; the rest is refused. Each list of people costs a search of all directories.
 */
public final class EffectiveUserDirectory implements UserDirectoryPort {

    /** Crowd's word for "no limit". */
    private static final int ALL_RESULTS = -1;

    private final Supplier<CrowdService> crowd;
    private final EffectiveDirectories directories;
    private final Administrators administrators;
    private final RandomPasswords passwords = new RandomPasswords();

    public EffectiveUserDirectory(HostLookup services, Administrators administrators) {
        this.crowd = () -> required(services, CrowdService.class);
        this.directories = new EffectiveDirectories(() -> required(services, CrowdDirectoryService.class));
        this.administrators = administrators;
    }

    /** Whether the product offers what this needs. */
    public static boolean isOffered(HostLookup services) {
        return services.find(CrowdService.class).isPresent()
                && services.find(CrowdDirectoryService.class).isPresent();
    }

    private static <T> T required(HostLookup services, Class<T> type) {
        return services.find(type)
                .orElseThrow(() -> CrowdCalls.unavailable(new IllegalStateException("No " + type.getName())));
    }

    @Override
    public List<DirectoryInfo> directories() {
        return directories.all();
    }

    @Override
    public Optional<DirectoryInfo> directory(long directoryId) {
        return directories.find(directoryId);
    }

    @Override
    public Optional<DirectoryUser> findUserByName(long directoryId, String name) {
        return find(directoryId, name).map(EffectiveUserDirectory::user);
    }

    @Override
    public Optional<DirectoryUser> findUserByExternalId(long directoryId, String externalId) {
        return everybody(directoryId).stream()
                .filter(user -> user.externalId().filter(externalId::equals).isPresent())
                .findFirst();
    }

    @Override
    public Collection<String> userNames(long directoryId) {
        return everybody(directoryId).stream().map(DirectoryUser::name).toList();
    }

    @Override
    public List<DirectoryUser> users(long directoryId, DirectoryPage page) {
        return everybody(directoryId).stream()
                .sorted(Comparator.comparing(DirectoryUser::nameKey))
                .skip(page.offset())
                .limit(page.limit())
                .toList();
    }

    @Override
    public DirectoryUser createUser(long directoryId, DirectoryUserProfile profile) {
        directories.require(directoryId, DirectoryOperation.CREATE_USER);
        String name = profile.name();
        anywhere(directoryId, name).ifPresent(existing -> {
            throw existing.getDirectoryId() == directoryId
                    ? CrowdCalls.nameTaken(name, null)
                    : new DirectoryException.UserExists(
                            "Another directory of the product already has a user \"" + name
                                    + "\", and the product gives the plugin no access to single directories.",
                            null);
        });
        UserTemplateWithAttributes template = new UserTemplateWithAttributes(name, directoryId);
        CrowdValues.fill(template, profile);
        User created = EffectiveCalls.call(directoryId, name, () -> crowd.get().addUser(template, passwords.next()));
        if (created.getDirectoryId() != directoryId) {
            // the order of the directories changed meanwhile; whoever was created is nobody's yet
            EffectiveCalls.run(directoryId, name, () -> crowd.get().removeUser(created));
            throw CrowdCalls.unavailable(new IllegalStateException("A user was created in another directory"));
        }
        // what is returned may be less than what is found
        return findUserByName(directoryId, name).orElseGet(() -> user(created));
    }

    @Override
    public DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile) {
        User existing = changeable(directoryId, profile.name(), DirectoryOperation.UPDATE_USER);
        // a copy, so that whatever else the directory holds of the person is kept
        UserTemplate template = existing instanceof com.atlassian.crowd.model.user.User known
                ? new UserTemplate(known)
                : new UserTemplate(existing);
        CrowdValues.fill(template, profile);
        return user(EffectiveCalls.call(
                directoryId, profile.name(), () -> crowd.get().updateUser(template)));
    }

    @Override
    public DirectoryUser renameUser(long directoryId, String oldName, String newName) {
        User existing = changeable(directoryId, oldName, DirectoryOperation.UPDATE_USER);
        boolean isTaken = !DirectoryUser.nameKey(oldName).equals(DirectoryUser.nameKey(newName))
                && anywhere(directoryId, newName).isPresent();
        if (isTaken) {
            throw CrowdCalls.nameTaken(newName, null);
        }
        return user(EffectiveCalls.call(directoryId, oldName, () -> crowd.get().renameUser(existing, newName)));
    }

    @Override
    public void removeUser(long directoryId, String name) {
        User existing = changeable(directoryId, name, DirectoryOperation.DELETE_USER);
        EffectiveCalls.run(directoryId, name, () -> crowd.get().removeUser(existing));
    }

    @Override
    public Map<String, Set<String>> userAttributes(long directoryId, String userName) {
        return Optional.ofNullable(EffectiveCalls.call(
                        directoryId, userName, () -> crowd.get().getUserWithAttributes(userName)))
                .filter(user -> user.getDirectoryId() == directoryId)
                .map(CrowdValues::attributes)
                .orElse(Map.of());
    }

    @Override
    public void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> attributes) {
        User existing = changeable(directoryId, userName, DirectoryOperation.UPDATE_USER_ATTRIBUTE);
        EffectiveCalls.run(directoryId, userName, () -> {
            for (Map.Entry<String, Set<String>> attribute : attributes.entrySet()) {
                if (attribute.getValue().isEmpty()) {
                    crowd.get().removeUserAttribute(existing, attribute.getKey());
                } else {
                    crowd.get().setUserAttribute(existing, attribute.getKey(), attribute.getValue());
                }
            }
        });
    }

    @Override
    public Optional<DirectoryGroup> findGroupByName(long directoryId, String name) {
        return Optional.ofNullable(EffectiveCalls.callForGroup(
                        directoryId, name, () -> crowd.get().getGroup(name)))
                .map(group -> new DirectoryGroup(directoryId, group.getName()));
    }

    @Override
    public Collection<String> groupNames(long directoryId) {
        return search(
                directoryId,
                QueryBuilder.queryFor(String.class, EntityDescriptor.group()).returningAtMost(ALL_RESULTS));
    }

    @Override
    public DirectoryGroup createGroup(long directoryId, String name) {
        directories.require(directoryId, DirectoryOperation.CREATE_GROUP);
        if (findGroupByName(directoryId, name).isPresent()) {
            throw CrowdCalls.groupExists(name, null);
        }
        EffectiveCalls.callForGroup(directoryId, name, () -> crowd.get().addGroup(new NewGroup(name)));
        return new DirectoryGroup(directoryId, name);
    }

    @Override
    public void removeGroup(long directoryId, String name) {
        directories.require(directoryId, DirectoryOperation.DELETE_GROUP);
        EffectiveCalls.callForGroup(directoryId, name, () -> crowd.get().removeGroup(group(directoryId, name)));
    }

    @Override
    public Collection<String> groupsOfUser(long directoryId, String userName) {
        return find(directoryId, userName).isEmpty()
                ? List.of()
                : search(
                        directoryId,
                        QueryBuilder.queryFor(String.class, EntityDescriptor.group())
                                .parentsOf(EntityDescriptor.user())
                                .withName(userName)
                                .returningAtMost(ALL_RESULTS));
    }

    @Override
    public Collection<String> usersInGroup(long directoryId, String groupName) {
        return search(
                        directoryId,
                        QueryBuilder.queryFor(User.class, EntityDescriptor.user())
                                .childrenOf(EntityDescriptor.group())
                                .withName(groupName)
                                .returningAtMost(ALL_RESULTS))
                .stream()
                .filter(user -> user.getDirectoryId() == directoryId)
                .map(User::getName)
                .toList();
    }

    /** {@inheritDoc} Members from other directories count too: a group that is not empty for the product is not empty. */
    @Override
    public boolean hasMembers(long directoryId, String groupName) {
        return hasAny(directoryId, groupName, EntityDescriptor.user())
                || hasAny(directoryId, groupName, EntityDescriptor.group());
    }

    private boolean hasAny(long directoryId, String groupName, EntityDescriptor kind) {
        return !search(
                        directoryId,
                        QueryBuilder.queryFor(String.class, kind)
                                .childrenOf(EntityDescriptor.group())
                                .withName(groupName)
                                .returningAtMost(1))
                .isEmpty();
    }

    @Override
    public MembershipResult addUserToGroup(long directoryId, String userName, String groupName) {
        User existing = changeable(directoryId, userName, DirectoryOperation.UPDATE_GROUP);
        return EffectiveCalls.callForGroup(directoryId, groupName, () -> {
            var group = group(directoryId, groupName);
            // asked first, because it is not known what the product says of a membership that exists
            return !crowd.get().isUserDirectGroupMember(existing, group)
                            && crowd.get().addUserToGroup(existing, group)
                    ? MembershipResult.CHANGED
                    : MembershipResult.UNCHANGED;
        });
    }

    @Override
    public MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName) {
        User existing = changeable(directoryId, userName, DirectoryOperation.UPDATE_GROUP);
        return EffectiveCalls.callForGroup(directoryId, groupName, () -> {
            var group = group(directoryId, groupName);
            return crowd.get().isUserDirectGroupMember(existing, group)
                            && crowd.get().removeUserFromGroup(existing, group)
                    ? MembershipResult.CHANGED
                    : MembershipResult.UNCHANGED;
        });
    }

    @Override
    public Collection<String> administratorGroups(long directoryId) {
        return administrators.groups();
    }

    @Override
    public boolean isAdministrator(long directoryId, String userName) {
        return administrators.isAdministrator(userName);
    }

    private com.atlassian.crowd.embedded.api.Group group(long directoryId, String name) {
        return Optional.ofNullable(EffectiveCalls.callForGroup(
                        directoryId, name, () -> crowd.get().getGroup(name)))
                .orElseThrow(() -> CrowdCalls.noGroup(name, null));
    }

    private User changeable(long directoryId, String name, DirectoryOperation operation) {
        directories.require(directoryId, operation);
        return find(directoryId, name).orElseThrow(() -> CrowdCalls.noUser(name, null));
    }

    private Optional<User> find(long directoryId, String name) {
        return anywhere(directoryId, name).filter(user -> user.getDirectoryId() == directoryId);
    }

    private Optional<User> anywhere(long directoryId, String name) {
        return Optional.ofNullable(
                EffectiveCalls.call(directoryId, name, () -> crowd.get().getUser(name)));
    }

    private List<DirectoryUser> everybody(long directoryId) {
        return search(
                        directoryId,
                        QueryBuilder.queryFor(User.class, EntityDescriptor.user())
                                .returningAtMost(ALL_RESULTS))
                .stream()
                .filter(user -> user.getDirectoryId() == directoryId)
                .map(EffectiveUserDirectory::user)
                .toList();
    }

    private <T> List<T> search(long directoryId, Query<T> query) {
        return EffectiveCalls.call(directoryId, "", () -> {
            List<T> found = new ArrayList<>();
            crowd.get().search(query).forEach(found::add);
            return found;
        });
    }

    /** The embedded API promises less of a user than the directories hold; usually it hands out all of it. */
    private static DirectoryUser user(User user) {
        return user instanceof com.atlassian.crowd.model.user.User known
                ? CrowdValues.user(known)
                : new DirectoryUser(
                        user.getDirectoryId(),
                        Optional.empty(),
                        new DirectoryUserProfile(
                                user.getName(),
                                "",
                                "",
                                CrowdValues.text(user.getDisplayName()),
                                CrowdValues.text(user.getEmailAddress()),
                                Activation.of(user.isActive())));
    }
}
