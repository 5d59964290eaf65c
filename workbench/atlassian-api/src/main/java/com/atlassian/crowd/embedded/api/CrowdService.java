package com.atlassian.crowd.embedded.api;

import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationNotPermittedException;
import java.util.Set;

/** Users and groups as an application that embeds Crowd sees them: all directories as one. */
public interface CrowdService {
    User getUser(String name);

    UserWithAttributes getUserWithAttributes(String name);

    Group getGroup(String name);

    <T> Iterable<T> search(Query<T> query);

    boolean isUserDirectGroupMember(User user, Group group);

    UserWithAttributes addUser(UserWithAttributes user, String credential)
            throws InvalidUserException, InvalidCredentialException, OperationNotPermittedException;

    User updateUser(User user) throws InvalidUserException, OperationNotPermittedException;

    User renameUser(User user, String newUsername) throws InvalidUserException, OperationNotPermittedException;

    void setUserAttribute(User user, String attributeName, Set<String> attributeValues)
            throws OperationNotPermittedException;

    void removeUserAttribute(User user, String attributeName) throws OperationNotPermittedException;

    boolean removeUser(User user) throws OperationNotPermittedException;

    Group addGroup(Group group) throws InvalidGroupException, OperationNotPermittedException;

    boolean removeGroup(Group group) throws OperationNotPermittedException;

    boolean addUserToGroup(User user, Group group) throws OperationNotPermittedException;

    boolean removeUserFromGroup(User user, Group group) throws OperationNotPermittedException;
}
