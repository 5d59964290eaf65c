package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.workbench.host.database.Database;
import org.scimsuite.workbench.host.directory.Groups.Member;

/** What Crowd does with groups and memberships. */
final class GroupOperations {

    /** A group of this description cannot be changed, as one that a directory takes from elsewhere. */
    static final String READ_ONLY = "read-only";

    private final Database database;
    private final Directories directories;
    private final UserOperations users;

    GroupOperations(Database database, Directories directories, UserOperations users) {
        this.database = database;
        this.directories = directories;
        this.users = users;
    }

    Groups.Row get(long directory, String name)
            throws DirectoryNotFoundException, GroupNotFoundException, OperationFailedException {
        return find(directory, name)
                .orElseThrow(() -> new GroupNotFoundException("Group <" + name + "> does not exist"));
    }

    private Groups.Row writable(long directory, String name)
            throws DirectoryNotFoundException, GroupNotFoundException, OperationFailedException,
                    ReadOnlyGroupException {
        Groups.Row group = get(directory, name);
        if (READ_ONLY.equals(group.description())) {
            throw new ReadOnlyGroupException("Group <" + name + "> is read-only");
        }
        return group;
    }

    private Optional<Groups.Row> find(long directory, String name)
            throws DirectoryNotFoundException, OperationFailedException {
        directories.get(directory);
        return run(connection -> Groups.byName(connection, directory, name));
    }

    List<Groups.Row> all(long directory) throws DirectoryNotFoundException, OperationFailedException {
        directories.get(directory);
        return run(connection -> Groups.all(connection, directory));
    }

    Group add(long directory, GroupTemplate template)
            throws DirectoryNotFoundException, DirectoryPermissionException, InvalidGroupException,
                    OperationFailedException {
        directories.require(directory, OperationType.CREATE_GROUP);
        Optional<String> objection = NameRules.objection(template.getName());
        if (objection.isPresent()) {
            throw new InvalidGroupException(objection.get());
        }
        if (find(directory, template.getName()).isPresent()) {
            // Crowd has no exception of its own for a group that exists.
            throw new InvalidGroupException("Group <" + template.getName() + "> already exists");
        }
        return run(connection -> {
            Groups.insert(connection, directory, template);
            return Groups.byName(connection, directory, template.getName())
                    .orElseThrow()
                    .toGroup();
        });
    }

    void remove(long directory, String name)
            throws DirectoryNotFoundException, DirectoryPermissionException, GroupNotFoundException,
                    OperationFailedException, ReadOnlyGroupException {
        directories.require(directory, OperationType.DELETE_GROUP);
        Groups.Row group = writable(directory, name);
        run(connection -> {
            Groups.delete(connection, group.id());
            return group;
        });
    }

    int activeIn(Collection<String> names) throws OperationFailedException {
        return run(connection -> {
            Set<Long> ids = new HashSet<>();
            for (Directory directory : directories.all()) {
                for (String name : names) {
                    Optional<Groups.Row> group = Groups.byName(connection, directory.getId(), name);
                    if (group.isPresent()) {
                        ids.addAll(
                                Groups.withDescendants(connection, group.get().id()));
                    }
                }
            }
            return ids.isEmpty() ? 0 : Groups.activeIn(connection, ids);
        });
    }

    boolean isDirectMember(long directory, String user, String group)
            throws DirectoryNotFoundException, OperationFailedException {
        Optional<UserRow> person = users.find(directory, user);
        Optional<Groups.Row> holder = find(directory, group);
        if (person.isEmpty() || holder.isEmpty()) {
            return false;
        }
        return run(connection -> Groups.isDirectMember(
                connection, holder.get().id(), Member.USER, person.get().id()));
    }

    boolean isNestedMember(long directory, String user, String group)
            throws DirectoryNotFoundException, OperationFailedException {
        Optional<UserRow> person = users.find(directory, user);
        Optional<Groups.Row> holder = find(directory, group);
        if (person.isEmpty() || holder.isEmpty()) {
            return false;
        }
        return run(connection -> {
            for (long id : Groups.withDescendants(connection, holder.get().id())) {
                if (Groups.isDirectMember(
                        connection, id, Member.USER, person.get().id())) {
                    return true;
                }
            }
            return false;
        });
    }

    void addUser(long directory, String user, String group)
            throws DirectoryNotFoundException, DirectoryPermissionException, GroupNotFoundException,
                    UserNotFoundException, MembershipAlreadyExistsException, OperationFailedException,
                    ReadOnlyGroupException {
        directories.require(directory, OperationType.UPDATE_GROUP);
        long person = person(directory, user);
        long parent = writable(directory, group).id();
        if (run(connection -> Groups.isDirectMember(connection, parent, Member.USER, person))) {
            throw new MembershipAlreadyExistsException(user + " is a member of " + group);
        }
        run(connection -> {
            Groups.addMember(connection, parent, Member.USER, person);
            return group;
        });
    }

    /**
     * In one transaction. Who is unknown has failed; a read-only group fails everybody, because the interface has no exception for it.
     */
    BulkAddResult<String> addUsers(long directory, Collection<String> names, String group)
            throws DirectoryNotFoundException, DirectoryPermissionException, GroupNotFoundException,
                    OperationFailedException {
        directories.require(directory, OperationType.UPDATE_GROUP);
        Groups.Row parent = get(directory, group);
        return run(connection -> {
            BulkAddResult.Builder<String> result = BulkAddResult.builder(names.size());
            List<Long> added = new ArrayList<>();
            for (String name : names) {
                Optional<UserRow> person = Users.byName(connection, directory, name);
                if (person.isEmpty() || READ_ONLY.equals(parent.description())) {
                    result.addFailedEntity(name);
                } else if (Groups.isDirectMember(
                        connection, parent.id(), Member.USER, person.get().id())) {
                    result.addExistingEntity(name);
                } else {
                    added.add(person.get().id());
                }
            }
            Groups.addMembers(connection, parent.id(), added);
            return result.build();
        });
    }

    void removeUser(long directory, String user, String group)
            throws DirectoryNotFoundException, DirectoryPermissionException, GroupNotFoundException,
                    UserNotFoundException, MembershipNotFoundException, OperationFailedException,
                    ReadOnlyGroupException {
        directories.require(directory, OperationType.UPDATE_GROUP);
        long person = person(directory, user);
        long parent = writable(directory, group).id();
        if (!run(connection -> Groups.isDirectMember(connection, parent, Member.USER, person))) {
            throw new MembershipNotFoundException(user + " is not a member of " + group);
        }
        run(connection -> {
            Groups.removeMember(connection, parent, Member.USER, person);
            return group;
        });
    }

    void addGroup(long directory, String child, String parent)
            throws DirectoryNotFoundException, DirectoryPermissionException, GroupNotFoundException,
                    InvalidMembershipException, MembershipAlreadyExistsException, OperationFailedException,
                    ReadOnlyGroupException {
        directories.require(directory, OperationType.UPDATE_GROUP);
        long below = get(directory, child).id();
        long above = writable(directory, parent).id();
        Set<Long> family = run(connection -> Groups.withDescendants(connection, below));
        if (family.contains(above)) {
            throw new InvalidMembershipException("Group <" + child + "> already holds group <" + parent + ">");
        }
        if (run(connection -> Groups.isDirectMember(connection, above, Member.GROUP, below))) {
            throw new MembershipAlreadyExistsException(child + " is a member of " + parent);
        }
        run(connection -> {
            Groups.addMember(connection, above, Member.GROUP, below);
            return child;
        });
    }

    /** Names of the direct members of a group; none when the group is unknown. */
    List<String> membersOf(long directory, String group, Member kind)
            throws DirectoryNotFoundException, OperationFailedException {
        Optional<Groups.Row> parent = find(directory, group);
        return parent.isEmpty()
                ? List.of()
                : run(connection -> Groups.membersOf(connection, parent.get().id(), kind));
    }

    /** Names of the groups that hold the member directly; none when the member is unknown. */
    List<String> parentsOf(long directory, String member, Member kind)
            throws DirectoryNotFoundException, OperationFailedException {
        Optional<Long> id = kind == Member.USER
                ? users.find(directory, member).map(UserRow::id)
                : find(directory, member).map(Groups.Row::id);
        return id.isEmpty() ? List.of() : run(connection -> Groups.parentsOf(connection, kind, id.get()));
    }

    private long person(long directory, String name)
            throws DirectoryNotFoundException, UserNotFoundException, OperationFailedException {
        return users.find(directory, name)
                .orElseThrow(() -> UserOperations.notFound(name))
                .id();
    }

    private <T> T run(Database.Work<T, RuntimeException> work) throws OperationFailedException {
        try {
            return database.inTransaction(work);
        } catch (SQLException e) {
            throw UserOperations.failed(e);
        }
    }
}
