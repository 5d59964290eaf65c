package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.model.user.UserWithAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.scimsuite.workbench.host.database.Database;

/** What Crowd does with users. */
final class UserOperations {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int LONGEST = 255;

    private final Database database;
    private final Directories directories;

    UserOperations(Database database, Directories directories) {
        this.database = database;
        this.directories = directories;
    }

    Optional<UserRow> find(long directory, String name) throws DirectoryNotFoundException, OperationFailedException {
        directories.get(directory);
        return read(connection -> Users.byName(connection, directory, name));
    }

    Optional<UserRow> findByExternalId(long directory, String externalId)
            throws DirectoryNotFoundException, OperationFailedException {
        directories.get(directory);
        return read(connection -> Users.byExternalId(connection, directory, externalId));
    }

    UserWithAttributes withAttributes(UserRow user) throws OperationFailedException {
        return user.toUser(read(connection -> Users.attributes(connection, user.id())));
    }

    List<UserRow> window(long directory, int start, int max)
            throws DirectoryNotFoundException, OperationFailedException {
        directories.get(directory);
        return read(connection -> Users.window(connection, directory, start, max));
    }

    List<String> names(long directory, int start, int max) throws DirectoryNotFoundException, OperationFailedException {
        directories.get(directory);
        return read(connection -> Users.names(connection, directory, start, max));
    }

    UserWithAttributes add(long directory, UserTemplateWithAttributes template, PasswordCredential credential)
            throws DirectoryNotFoundException, DirectoryPermissionException, InvalidUserException,
                    UserAlreadyExistsException, OperationFailedException {
        directories.require(directory, OperationType.CREATE_USER);
        checkName(template.getName());
        checkLengths(template);
        String externalId = UUID.randomUUID().toString();
        UserRow row = UserRow.from(directory, template, externalId, Credentials.digest(externalId, credential));
        try {
            return database.<UserWithAttributes, RuntimeException>inTransaction(connection -> {
                Users.insert(connection, row);
                if (!template.getAttributes().isEmpty()) {
                    long id = Users.byName(connection, directory, row.name())
                            .orElseThrow()
                            .id();
                    Users.storeAttributes(connection, id, template.getAttributes());
                }
                return row.toUser(template.getAttributes());
            });
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw alreadyExists(row.name());
            }
            throw failed(e);
        }
    }

    User update(long directory, UserTemplate template)
            throws DirectoryNotFoundException, DirectoryPermissionException, InvalidUserException,
                    UserNotFoundException, OperationFailedException {
        directories.require(directory, OperationType.UPDATE_USER);
        checkName(template.getName());
        checkLengths(template);
        return change(directory, template.getName(), (connection, user) -> {
            UserRow changed = user.withProfile(template);
            Users.updateProfile(connection, user.id(), changed);
            return changed.toUser();
        });
    }

    User rename(long directory, String oldName, String newName)
            throws DirectoryNotFoundException, DirectoryPermissionException, InvalidUserException,
                    UserNotFoundException, UserAlreadyExistsException, OperationFailedException {
        directories.require(directory, OperationType.UPDATE_USER);
        checkName(newName);
        try {
            Optional<User> renamed = database.<Optional<User>, UserAlreadyExistsException>inTransaction(connection -> {
                Optional<UserRow> user = Users.byName(connection, directory, oldName);
                Optional<UserRow> holder = Users.byName(connection, directory, newName);
                if (user.isEmpty()) {
                    return Optional.empty();
                }
                if (holder.isPresent() && holder.get().id() != user.get().id()) {
                    throw alreadyExists(newName);
                }
                Users.rename(connection, user.get().id(), newName);
                return Users.byName(connection, directory, newName).map(UserRow::toUser);
            });
            return renamed.orElseThrow(() -> notFound(oldName));
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw alreadyExists(newName);
            }
            throw failed(e);
        }
    }

    void storeAttributes(long directory, String name, Map<String, Set<String>> attributes)
            throws DirectoryNotFoundException, DirectoryPermissionException, UserNotFoundException,
                    OperationFailedException {
        directories.require(directory, OperationType.UPDATE_USER_ATTRIBUTE);
        change(directory, name, (connection, user) -> {
            Users.storeAttributes(connection, user.id(), attributes);
            return user;
        });
    }

    void removeAttribute(long directory, String name, String attribute)
            throws DirectoryNotFoundException, DirectoryPermissionException, UserNotFoundException,
                    OperationFailedException {
        directories.require(directory, OperationType.UPDATE_USER_ATTRIBUTE);
        change(directory, name, (connection, user) -> {
            Users.removeAttribute(connection, user.id(), attribute);
            return user;
        });
    }

    void remove(long directory, String name)
            throws DirectoryNotFoundException, DirectoryPermissionException, UserNotFoundException,
                    OperationFailedException {
        directories.require(directory, OperationType.DELETE_USER);
        change(directory, name, (connection, user) -> {
            Users.delete(connection, user.id());
            return user;
        });
    }

    /** The person behind a name and password: of the first directory that holds the name, and active there. */
    Optional<UserRow> authenticate(String name, String password) {
        try {
            for (Directory directory : directories.all()) {
                Optional<UserRow> user = find(directory.getId(), name);
                if (user.isPresent()) {
                    return user.filter(UserRow::active).filter(found -> Credentials.matches(found, password));
                }
            }
            return Optional.empty();
        } catch (DirectoryNotFoundException | OperationFailedException e) {
            throw new IllegalStateException("The directories could not be read", e);
        }
    }

    @FunctionalInterface
    private interface UserWork<T> {
        T on(Connection connection, UserRow user) throws SQLException;
    }

    private <T> T change(long directory, String name, UserWork<T> work)
            throws UserNotFoundException, OperationFailedException {
        try {
            Optional<T> result = database.<Optional<T>, RuntimeException>inTransaction(connection -> {
                Optional<UserRow> user = Users.byName(connection, directory, name);
                return user.isEmpty() ? Optional.empty() : Optional.of(work.on(connection, user.get()));
            });
            return result.orElseThrow(() -> notFound(name));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> T read(Database.Work<T, RuntimeException> work) throws OperationFailedException {
        try {
            return database.read(work);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void checkName(String name) throws InvalidUserException {
        Optional<String> objection = NameRules.objection(name);
        if (objection.isPresent()) {
            throw new InvalidUserException(objection.get());
        }
    }

    private static void checkLengths(User user) throws InvalidUserException {
        boolean tooLong = Stream.of(
                        user.getFirstName(), user.getLastName(), user.getDisplayName(), user.getEmailAddress())
                .anyMatch(value -> value != null && value.length() > LONGEST);
        if (tooLong) {
            throw new InvalidUserException("A value cannot be longer than " + LONGEST + " characters");
        }
    }

    private static UserAlreadyExistsException alreadyExists(String name) {
        return new UserAlreadyExistsException("User <" + name + "> already exists");
    }

    static UserNotFoundException notFound(String name) {
        return new UserNotFoundException("User <" + name + "> does not exist");
    }

    static OperationFailedException failed(SQLException cause) {
        return new OperationFailedException("The directory's database refused", cause);
    }
}
