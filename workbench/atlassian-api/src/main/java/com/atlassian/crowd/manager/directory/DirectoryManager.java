package com.atlassian.crowd.manager.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.DirectoryInstantiationException;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.NestedGroupsNotSupportedException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that can be done in any directory, without the permission checks of the product. */
public interface DirectoryManager {
    Directory findDirectoryById(long directoryId) throws DirectoryNotFoundException;

    List<Directory> findAllDirectories();

    User findUserByName(long directoryId, String username)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException;

    UserWithAttributes findUserWithAttributesByName(long directoryId, String username)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException;

    User findUserByExternalId(long directoryId, String externalId)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException;

    <T> List<T> searchUsers(long directoryId, EntityQuery<T> query)
            throws DirectoryNotFoundException, OperationFailedException;

    UserWithAttributes addUser(long directoryId, UserTemplateWithAttributes user, PasswordCredential credential)
            throws InvalidCredentialException, InvalidUserException, DirectoryPermissionException,
                    DirectoryNotFoundException, OperationFailedException, UserAlreadyExistsException;

    User updateUser(long directoryId, UserTemplate user)
            throws DirectoryNotFoundException, UserNotFoundException, DirectoryPermissionException,
                    InvalidUserException, OperationFailedException;

    User renameUser(long directoryId, String oldUsername, String newUsername)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException,
                    DirectoryPermissionException, InvalidUserException, UserAlreadyExistsException;

    void storeUserAttributes(long directoryId, String username, Map<String, Set<String>> attributes)
            throws DirectoryPermissionException, DirectoryNotFoundException, UserNotFoundException,
                    OperationFailedException;

    void removeUserAttributes(long directoryId, String username, String attributeName)
            throws DirectoryPermissionException, DirectoryNotFoundException, UserNotFoundException,
                    OperationFailedException;

    void removeUser(long directoryId, String username)
            throws DirectoryNotFoundException, UserNotFoundException, DirectoryPermissionException,
                    OperationFailedException;

    Group findGroupByName(long directoryId, String groupName)
            throws GroupNotFoundException, DirectoryNotFoundException, OperationFailedException;

    <T> List<T> searchGroups(long directoryId, EntityQuery<T> query)
            throws DirectoryNotFoundException, OperationFailedException;

    Group addGroup(long directoryId, GroupTemplate group)
            throws InvalidGroupException, DirectoryPermissionException, DirectoryNotFoundException,
                    OperationFailedException;

    void removeGroup(long directoryId, String groupName)
            throws GroupNotFoundException, DirectoryNotFoundException, DirectoryPermissionException,
                    OperationFailedException, ReadOnlyGroupException;

    boolean isUserDirectGroupMember(long directoryId, String username, String groupName)
            throws DirectoryNotFoundException, OperationFailedException;

    boolean isUserNestedGroupMember(long directoryId, String username, String groupName)
            throws DirectoryNotFoundException, OperationFailedException;

    void addUserToGroup(long directoryId, String username, String groupName)
            throws DirectoryPermissionException, DirectoryNotFoundException, UserNotFoundException,
                    GroupNotFoundException, OperationFailedException, ReadOnlyGroupException,
                    MembershipAlreadyExistsException;

    BulkAddResult<String> addAllUsersToGroup(long directoryId, Collection<String> userNames, String groupName)
            throws DirectoryPermissionException, DirectoryNotFoundException, GroupNotFoundException,
                    OperationFailedException;

    void removeUserFromGroup(long directoryId, String username, String groupName)
            throws DirectoryPermissionException, DirectoryNotFoundException, UserNotFoundException,
                    GroupNotFoundException, MembershipNotFoundException, OperationFailedException,
                    ReadOnlyGroupException;

    void addGroupToGroup(long directoryId, String childGroup, String parentGroup)
            throws DirectoryPermissionException, DirectoryNotFoundException, GroupNotFoundException,
                    InvalidMembershipException, NestedGroupsNotSupportedException, OperationFailedException,
                    ReadOnlyGroupException, MembershipAlreadyExistsException;

    <T> List<T> searchDirectGroupRelationships(long directoryId, MembershipQuery<T> query)
            throws DirectoryNotFoundException, OperationFailedException;

    boolean supportsNestedGroups(long directoryId) throws DirectoryInstantiationException, DirectoryNotFoundException;
}
