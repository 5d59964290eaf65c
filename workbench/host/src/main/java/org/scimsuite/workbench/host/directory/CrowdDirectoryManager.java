package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scimsuite.workbench.host.directory.Groups.Member;

/** The product's interface to the directories. */
final class CrowdDirectoryManager implements DirectoryManager {

    private final Directories directories;
    private final UserOperations users;
    private final GroupOperations groups;

    CrowdDirectoryManager(Directories directories, UserOperations users, GroupOperations groups) {
        this.directories = directories;
        this.users = users;
        this.groups = groups;
    }

    @Override
    public Directory findDirectoryById(long directoryId) throws DirectoryNotFoundException {
        return directories.get(directoryId);
    }

    @Override
    public List<Directory> findAllDirectories() {
        return directories.all();
    }

    @Override
    public User findUserByName(long directoryId, String username)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
        return row(directoryId, username).toUser();
    }

    @Override
    public UserWithAttributes findUserWithAttributesByName(long directoryId, String username)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
        return users.withAttributes(row(directoryId, username));
    }

    private UserRow row(long directoryId, String username)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
        return users.find(directoryId, username).orElseThrow(() -> UserOperations.notFound(username));
    }

    @Override
    public User findUserByExternalId(long directoryId, String externalId)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
        return users.findByExternalId(directoryId, externalId)
                .orElseThrow(() -> UserOperations.notFound(externalId))
                .toUser();
    }

    @Override
    public <T> List<T> searchUsers(long directoryId, EntityQuery<T> query)
            throws DirectoryNotFoundException, OperationFailedException {
        Class<T> type = query.getReturnType();
        int start = query.getStartIndex();
        int max = query.getMaxResults();
        if (type == String.class) {
            return users.names(directoryId, start, max).stream().map(type::cast).toList();
        }
        return users.window(directoryId, start, max).stream()
                .map(row -> type.cast(row.toUser()))
                .toList();
    }

    @Override
    public UserWithAttributes addUser(long directoryId, UserTemplateWithAttributes user, PasswordCredential credential)
            throws InvalidUserException, DirectoryPermissionException, DirectoryNotFoundException,
                    OperationFailedException, UserAlreadyExistsException {
        return users.add(directoryId, user, credential);
    }

    @Override
    public User updateUser(long directoryId, UserTemplate user)
            throws DirectoryNotFoundException, UserNotFoundException, DirectoryPermissionException,
                    InvalidUserException, OperationFailedException {
        return users.update(directoryId, user);
    }

    @Override
    public User renameUser(long directoryId, String oldUsername, String newUsername)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException,
                    DirectoryPermissionException, InvalidUserException, UserAlreadyExistsException {
        return users.rename(directoryId, oldUsername, newUsername);
    }

    @Override
    public void storeUserAttributes(long directoryId, String username, Map<String, Set<String>> attributes)
            throws DirectoryPermissionException, DirectoryNotFoundException, UserNotFoundException,
                    OperationFailedException {
        users.storeAttributes(directoryId, username, attributes);
    }

    @Override
    public void removeUserAttributes(long directoryId, String username, String attributeName)
            throws DirectoryPermissionException, DirectoryNotFoundException, UserNotFoundException,
                    OperationFailedException {
        users.removeAttribute(directoryId, username, attributeName);
    }

    @Override
    public void removeUser(long directoryId, String username)
            throws DirectoryNotFoundException, UserNotFoundException, DirectoryPermissionException,
                    OperationFailedException {
        users.remove(directoryId, username);
    }

    @Override
    public Group findGroupByName(long directoryId, String groupName)
            throws GroupNotFoundException, DirectoryNotFoundException, OperationFailedException {
        return groups.get(directoryId, groupName).toGroup();
    }

    @Override
    public <T> List<T> searchGroups(long directoryId, EntityQuery<T> query)
            throws DirectoryNotFoundException, OperationFailedException {
        List<T> found = new ArrayList<>();
        for (Groups.Row row : groups.all(directoryId)) {
            found.add(as(query.getReturnType(), row.name(), row.toGroup()));
        }
        return window(found, query.getStartIndex(), query.getMaxResults());
    }

    @Override
    public Group addGroup(long directoryId, GroupTemplate group)
            throws InvalidGroupException, DirectoryPermissionException, DirectoryNotFoundException,
                    OperationFailedException {
        return groups.add(directoryId, group);
    }

    @Override
    public void removeGroup(long directoryId, String groupName)
            throws GroupNotFoundException, DirectoryNotFoundException, DirectoryPermissionException,
                    OperationFailedException, ReadOnlyGroupException {
        groups.remove(directoryId, groupName);
    }

    @Override
    public boolean isUserDirectGroupMember(long directoryId, String username, String groupName)
            throws DirectoryNotFoundException, OperationFailedException {
        return groups.isDirectMember(directoryId, username, groupName);
    }

    @Override
    public boolean isUserNestedGroupMember(long directoryId, String username, String groupName)
            throws DirectoryNotFoundException, OperationFailedException {
        return groups.isNestedMember(directoryId, username, groupName);
    }

    @Override
    public void addUserToGroup(long directoryId, String username, String groupName)
            throws DirectoryPermissionException, DirectoryNotFoundException, UserNotFoundException,
                    GroupNotFoundException, OperationFailedException, ReadOnlyGroupException,
                    MembershipAlreadyExistsException {
        groups.addUser(directoryId, username, groupName);
    }

    @Override
    public BulkAddResult<String> addAllUsersToGroup(long directoryId, Collection<String> userNames, String groupName)
            throws DirectoryPermissionException, DirectoryNotFoundException, GroupNotFoundException,
                    OperationFailedException {
        return groups.addUsers(directoryId, userNames, groupName);
    }

    @Override
    public void removeUserFromGroup(long directoryId, String username, String groupName)
            throws DirectoryPermissionException, DirectoryNotFoundException, UserNotFoundException,
                    GroupNotFoundException, MembershipNotFoundException, OperationFailedException,
                    ReadOnlyGroupException {
        groups.removeUser(directoryId, username, groupName);
    }

    @Override
    public void addGroupToGroup(long directoryId, String childGroup, String parentGroup)
            throws DirectoryPermissionException, DirectoryNotFoundException, GroupNotFoundException,
                    InvalidMembershipException, OperationFailedException, ReadOnlyGroupException,
                    MembershipAlreadyExistsException {
        groups.addGroup(directoryId, childGroup, parentGroup);
    }

    @Override
    public <T> List<T> searchDirectGroupRelationships(long directoryId, MembershipQuery<T> query)
            throws DirectoryNotFoundException, OperationFailedException {
        boolean wantsUsers = query.getEntityToReturn() == EntityDescriptor.user();
        Member matched = query.getEntityToMatch() == EntityDescriptor.user() ? Member.USER : Member.GROUP;
        List<String> names = query.isFindChildren()
                ? groups.membersOf(directoryId, query.getEntityNameToMatch(), wantsUsers ? Member.USER : Member.GROUP)
                : groups.parentsOf(directoryId, query.getEntityNameToMatch(), matched);
        List<T> found = new ArrayList<>();
        for (String name : window(names, query.getStartIndex(), query.getMaxResults())) {
            found.add(as(query.getReturnType(), name, entity(directoryId, query, name)));
        }
        return found;
    }

    private Object entity(long directoryId, MembershipQuery<?> query, String name)
            throws DirectoryNotFoundException, OperationFailedException {
        if (query.getReturnType() == String.class) {
            return name;
        }
        try {
            return query.getEntityToReturn() == EntityDescriptor.user()
                    ? findUserByName(directoryId, name)
                    : findGroupByName(directoryId, name);
        } catch (UserNotFoundException | GroupNotFoundException e) {
            throw new OperationFailedException(name + " is gone", e);
        }
    }

    @Override
    public boolean supportsNestedGroups(long directoryId) throws DirectoryNotFoundException {
        return directories.get(directoryId).id() == directoryId;
    }

    private static <T> T as(Class<T> type, String name, Object entity) {
        return type.cast(type == String.class ? name : entity);
    }

    private static <T> List<T> window(List<T> all, int start, int max) {
        int from = Math.min(Math.max(0, start), all.size());
        int to = max < 0 ? all.size() : (int) Math.min((long) from + max, all.size());
        return all.subList(from, to);
    }
}
