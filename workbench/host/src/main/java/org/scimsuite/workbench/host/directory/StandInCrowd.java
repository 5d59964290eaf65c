package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.CrowdDirectoryService;
import com.atlassian.crowd.embedded.api.CrowdService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.workbench.host.database.Database;
import org.scimsuite.workbench.host.database.HostLocks;
import org.scimsuite.workbench.host.directory.Groups.Member;
import org.scimsuite.workbench.host.product.Product;

/** The host's directories: the product's interface to them, and the host's own windows. */
public final class StandInCrowd {

    static final long FIRST = 1;

    private final Directories directories;
    private final UserOperations users;
    private final GroupOperations groups;
    private final DirectoryManager plain;
    private final Faults faults;
    private final String administrators;

    private StandInCrowd(Database database, Product product) throws SQLException {
        this.administrators = product.administrators();
        this.directories = new Directories(database);
        this.users = new UserOperations(database, directories);
        this.groups = new GroupOperations(database, directories, users);
        this.plain = new CrowdDirectoryManager(directories, users, groups);
        this.faults = new Faults(plain);
    }

    /** Opens the directories; on first start they are made, with a few people and the admin. */
    public static StandInCrowd open(
            Database database, HostLocks locks, Product product, String admin, String password) {
        var lock = locks.getLockForName("stand-in:first-start");
        lock.lock();
        try {
            FirstPeople.settle(database, product, admin, password);
            return new StandInCrowd(database, product);
        } catch (SQLException e) {
            throw new IllegalStateException("The directories could not be made: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /** What the plugin gets; it carries the armed fault. */
    public DirectoryManager directoryManager() {
        return faults.manager();
    }

    /** The services beside it that see all directories as one, by their interfaces. */
    public Map<Class<?>, Object> effectiveServices() {
        EffectiveCrowd effective = new EffectiveCrowd(plain);
        return Map.of(CrowdService.class, effective, CrowdDirectoryService.class, effective);
    }

    /** What an admin of the product works with; no fault strikes it. */
    public DirectoryManager localAdmin() {
        return plain;
    }

    public Faults faults() {
        return faults;
    }

    public List<Directory> directories() {
        return directories.all();
    }

    /** The users of a directory exactly as stored, in the order of their keys; empty when there is no such directory. */
    public Optional<List<UserRow>> people(long directory) {
        try {
            return Optional.of(users.window(directory, 0, -1));
        } catch (DirectoryNotFoundException e) {
            return Optional.empty();
        } catch (OperationFailedException e) {
            throw new IllegalStateException("The directory could not be read", e);
        }
    }

    /** The groups of a directory with their direct members, in the order of their keys; empty when there is no such directory. */
    public Optional<List<GroupView>> groups(long directory) {
        try {
            List<GroupView> views = new ArrayList<>();
            for (Groups.Row group : groups.all(directory)) {
                views.add(new GroupView(
                        group.name(),
                        groups.membersOf(directory, group.name(), Member.USER),
                        groups.membersOf(directory, group.name(), Member.GROUP)));
            }
            return Optional.of(views);
        } catch (DirectoryNotFoundException e) {
            return Optional.empty();
        } catch (OperationFailedException e) {
            throw new IllegalStateException("The directory could not be read", e);
        }
    }

    /** A group with the names of its direct members, both in the order of their keys. */
    public record GroupView(String name, List<String> users, List<String> groups) {}

    /** The name, as stored, of the active person with this name and password. */
    public Optional<String> authenticate(String name, String password) {
        return users.authenticate(name, password).map(UserRow::name);
    }

    /** The name, as stored, of a person that a product finds under this name: in the first directory only. */
    public Optional<String> find(String name) {
        try {
            return users.find(FIRST, name).map(UserRow::name);
        } catch (DirectoryNotFoundException | OperationFailedException e) {
            throw new IllegalStateException("The directory could not be read", e);
        }
    }

    /** The person whom a product means by this name: of the first directory that has it. */
    public Optional<UserRow> effective(String name) {
        try {
            for (Directory directory : directories.all()) {
                Optional<UserRow> user = users.find(directory.getId(), name);
                if (user.isPresent()) {
                    return user;
                }
            }
            return Optional.empty();
        } catch (DirectoryNotFoundException | OperationFailedException e) {
            throw new IllegalStateException("The directories could not be read", e);
        }
    }

    /** How many people with different names are active and in one of these groups, or in a group within one. */
    public int activeIn(Collection<String> groupNames) {
        try {
            return groups.activeIn(groupNames);
        } catch (OperationFailedException e) {
            throw new IllegalStateException("The directories could not be read", e);
        }
    }

    /** Whether somebody is in the group of the product's administrators, in the first directory. */
    public boolean isSystemAdmin(String name) {
        try {
            return groups.isNestedMember(FIRST, name, administrators);
        } catch (DirectoryNotFoundException | OperationFailedException e) {
            throw new IllegalStateException("The directory could not be read", e);
        }
    }
}
