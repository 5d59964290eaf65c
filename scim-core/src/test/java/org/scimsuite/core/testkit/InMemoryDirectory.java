package org.scimsuite.core.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.UserDirectoryPort;

/**
 * One directory as Crowd's: names without regard to case, stable external ids, allowed operations. Faults, and what others do
 * meanwhile, can be armed before and after each operation that writes.
 */
public final class InMemoryDirectory implements UserDirectoryPort {

    public static final long ID = 1;

    /** The group of the product's administrators; it is there only when a test makes it. */
    public static final String ADMINISTRATORS = "product-administrators";

    /** Where the armed fault strikes. */
    public enum Point {
        BEFORE,
        AFTER
    }

    private final TreeMap<String, DirectoryUser> users = new TreeMap<>();
    private final TreeMap<String, Map<String, Set<String>>> attributes = new TreeMap<>();
    private final TreeMap<String, HeldGroup> groups = new TreeMap<>();
    private final Set<DirectoryOperation> allowed = EnumSet.allOf(DirectoryOperation.class);
    private final List<String> writes = new ArrayList<>();
    private final List<String> reads = new ArrayList<>();
    private int nextExternalId = 1;
    private Optional<Fault> fault = Optional.empty();
    private Optional<String> refusedWord = Optional.empty();
    private Ids ids = Ids.STABLE;
    private State state = State.ON;

    private enum State {
        ON,
        OFF
    }

    private enum Ids {
        STABLE,
        NONE
    }

    private record Fault(String operation, Point point, Runnable strike) {}

    /** The next operation of that name throws, before or after it has done its work. */
    public synchronized void arm(String operation, Point point, Throwable thrown) {
        meanwhile(operation, point, () -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        });
    }

    /** Something else happens before or after the next operation of that name has done its work. */
    public synchronized void meanwhile(String operation, Point point, Runnable other) {
        fault = Optional.of(new Fault(operation, point, other));
    }

    /** What was armed and has not struck yet, never does. */
    public synchronized void disarm() {
        fault = Optional.empty();
    }

    public synchronized void forbid(DirectoryOperation... operations) {
        allowed.removeAll(List.of(operations));
    }

    /** Values that hold this word are invalid. */
    public synchronized void refuse(String word) {
        refusedWord = Optional.of(word);
    }

    public synchronized void switchOff() {
        state = State.OFF;
    }

    public synchronized void dropExternalIds() {
        ids = Ids.NONE;
    }

    /** Operations that changed something, in order. */
    public synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    /** Reads of attributes of users, in order. */
    public synchronized List<String> attributeReads() {
        return List.copyOf(reads);
    }

    @Override
    public synchronized List<DirectoryInfo> directories() {
        return directory(ID).stream().toList();
    }

    @Override
    public synchronized Optional<DirectoryInfo> directory(long directoryId) {
        return directoryId == ID && state == State.ON
                ? Optional.of(new DirectoryInfo(ID, "Internal", "INTERNAL", allowed))
                : Optional.empty();
    }

    @Override
    public synchronized Optional<DirectoryUser> findUserByName(long directoryId, String name) {
        requireOn(directoryId);
        return Optional.ofNullable(users.get(DirectoryUser.nameKey(name)));
    }

    @Override
    public synchronized Optional<DirectoryUser> findUserByExternalId(long directoryId, String externalId) {
        requireOn(directoryId);
        return users.values().stream()
                .filter(user -> user.externalId().equals(Optional.of(externalId)))
                .findFirst();
    }

    @Override
    public synchronized Collection<String> userNames(long directoryId) {
        requireOn(directoryId);
        return users.values().stream().map(DirectoryUser::name).toList();
    }

    @Override
    public synchronized List<DirectoryUser> users(long directoryId, DirectoryPage page) {
        requireOn(directoryId);
        return users.values().stream().skip(page.offset()).limit(page.limit()).toList();
    }

    @Override
    public synchronized DirectoryUser createUser(long directoryId, DirectoryUserProfile profile) {
        begin("createUser", directoryId, DirectoryOperation.CREATE_USER, profile);
        if (users.containsKey(DirectoryUser.nameKey(profile.name()))) {
            throw new DirectoryException.UserExists("The name \"" + profile.name() + "\" is taken.", null);
        }
        Optional<String> externalId = ids == Ids.STABLE ? Optional.of("ext-" + nextExternalId++) : Optional.empty();
        return end("createUser", put(new DirectoryUser(ID, externalId, profile)));
    }

    @Override
    public synchronized DirectoryUser updateUser(long directoryId, DirectoryUserProfile profile) {
        begin("updateUser", directoryId, DirectoryOperation.UPDATE_USER, profile);
        DirectoryUser before = require(profile.name());
        return end("updateUser", put(new DirectoryUser(ID, before.externalId(), profile.withName(before.name()))));
    }

    @Override
    public synchronized DirectoryUser renameUser(long directoryId, String oldName, String newName) {
        DirectoryUser before = require(oldName);
        begin(
                "renameUser",
                directoryId,
                DirectoryOperation.UPDATE_USER,
                before.profile().withName(newName));
        DirectoryUser holder = users.get(DirectoryUser.nameKey(newName));
        if (holder != null && !holder.nameKey().equals(before.nameKey())) {
            throw new DirectoryException.UserExists("The name \"" + newName + "\" is taken.", null);
        }
        users.remove(before.nameKey());
        Optional.ofNullable(attributes.remove(before.nameKey()))
                .ifPresent(kept -> attributes.put(DirectoryUser.nameKey(newName), kept));
        groups.values().stream()
                .filter(group -> group.users.remove(before.nameKey()))
                .forEach(group -> group.users.add(DirectoryUser.nameKey(newName)));
        return end(
                "renameUser",
                put(new DirectoryUser(ID, before.externalId(), before.profile().withName(newName))));
    }

    @Override
    public synchronized void removeUser(long directoryId, String name) {
        DirectoryUser user = require(name);
        begin("removeUser", directoryId, DirectoryOperation.DELETE_USER, user.profile());
        users.remove(user.nameKey());
        attributes.remove(user.nameKey());
        groups.values().forEach(group -> group.users.remove(user.nameKey()));
        end("removeUser", user);
    }

    @Override
    public synchronized Map<String, Set<String>> userAttributes(long directoryId, String userName) {
        requireOn(directoryId);
        reads.add("userAttributes " + userName);
        return Map.copyOf(attributes.getOrDefault(DirectoryUser.nameKey(userName), Map.of()));
    }

    @Override
    public synchronized void storeUserAttributes(long directoryId, String userName, Map<String, Set<String>> changed) {
        DirectoryUser user = require(userName);
        begin("storeUserAttributes", directoryId, DirectoryOperation.UPDATE_USER_ATTRIBUTE, user.profile());
        Map<String, Set<String>> kept = attributes.computeIfAbsent(user.nameKey(), key -> new TreeMap<>());
        kept.putAll(changed);
        kept.values().removeIf(Set::isEmpty);
        end("storeUserAttributes", user);
    }

    @Override
    public synchronized Optional<DirectoryGroup> findGroupByName(long directoryId, String name) {
        requireOn(directoryId);
        return Optional.ofNullable(groups.get(DirectoryGroup.nameKey(name))).map(group -> group.group);
    }

    @Override
    public synchronized Collection<String> groupNames(long directoryId) {
        requireOn(directoryId);
        return groups.values().stream().map(group -> group.group.name()).toList();
    }

    @Override
    public synchronized DirectoryGroup createGroup(long directoryId, String name) {
        beginGroup("createGroup", directoryId, DirectoryOperation.CREATE_GROUP, name);
        if (groups.containsKey(DirectoryGroup.nameKey(name))) {
            throw new DirectoryException.GroupExists("The name \"" + name + "\" is taken.", null);
        }
        HeldGroup made = new HeldGroup(new DirectoryGroup(ID, name));
        groups.put(made.group.nameKey(), made);
        endGroup("createGroup", name);
        return made.group;
    }

    @Override
    public synchronized void removeGroup(long directoryId, String name) {
        beginGroup("removeGroup", directoryId, DirectoryOperation.DELETE_GROUP, name);
        requireGroup(name);
        groups.remove(DirectoryGroup.nameKey(name));
        endGroup("removeGroup", name);
    }

    @Override
    public synchronized Collection<String> groupsOfUser(long directoryId, String userName) {
        requireOn(directoryId);
        return groups.values().stream()
                .filter(group -> group.users.contains(DirectoryUser.nameKey(userName)))
                .map(group -> group.group.name())
                .toList();
    }

    @Override
    public synchronized Collection<String> usersInGroup(long directoryId, String groupName) {
        requireOn(directoryId);
        HeldGroup group = groups.get(DirectoryGroup.nameKey(groupName));
        return group == null
                ? List.of()
                : group.users.stream().map(key -> users.get(key).name()).toList();
    }

    @Override
    public synchronized boolean hasMembers(long directoryId, String groupName) {
        return !usersInGroup(directoryId, groupName).isEmpty();
    }

    @Override
    public synchronized MembershipResult addUserToGroup(long directoryId, String userName, String groupName) {
        return changeMembership("addUserToGroup", directoryId, userName, groupName, Set::add);
    }

    @Override
    public synchronized MembershipResult removeUserFromGroup(long directoryId, String userName, String groupName) {
        return changeMembership("removeUserFromGroup", directoryId, userName, groupName, Set::remove);
    }

    private MembershipResult changeMembership(
            String operation,
            long directoryId,
            String userName,
            String groupName,
            BiPredicate<Set<String>, String> change) {
        beginGroup(operation, directoryId, DirectoryOperation.UPDATE_GROUP, groupName);
        HeldGroup group = requireGroup(groupName);
        if (!change.test(group.users, require(userName).nameKey())) {
            return MembershipResult.UNCHANGED;
        }
        endGroup(operation, userName + " " + groupName);
        return MembershipResult.CHANGED;
    }

    @Override
    public synchronized Collection<String> administratorGroups(long directoryId) {
        return List.of(ADMINISTRATORS);
    }

    @Override
    public synchronized boolean isAdministrator(long directoryId, String userName) {
        return groupsOfUser(directoryId, userName).contains(ADMINISTRATORS);
    }

    private HeldGroup requireGroup(String name) {
        HeldGroup group = groups.get(DirectoryGroup.nameKey(name));
        if (group == null) {
            throw new DirectoryException.GroupNotFound("There is no group \"" + name + "\".", null);
        }
        return group;
    }

    private void beginGroup(String operation, long directoryId, DirectoryOperation needed, String name) {
        requireOn(directoryId);
        strike(operation, Point.BEFORE);
        if (!allowed.contains(needed)) {
            throw new DirectoryException.NotPermitted("The directory is read-only.", null);
        }
        if (refusedWord.filter(name::contains).isPresent()) {
            throw new DirectoryException.InvalidGroup("The directory refuses the name.", null);
        }
    }

    private void endGroup(String operation, String what) {
        writes.add(operation + " " + what);
        strike(operation, Point.AFTER);
    }

    /** A group with the name keys of its users. */
    private static final class HeldGroup {

        private final DirectoryGroup group;
        private final Set<String> users = new TreeSet<>();

        HeldGroup(DirectoryGroup group) {
            this.group = group;
        }
    }

    private DirectoryUser put(DirectoryUser user) {
        users.put(user.nameKey(), user);
        return user;
    }

    private DirectoryUser require(String name) {
        DirectoryUser user = users.get(DirectoryUser.nameKey(name));
        if (user == null) {
            throw new DirectoryException.UserNotFound("There is no user \"" + name + "\".", null);
        }
        return user;
    }

    private void requireOn(long directoryId) {
        if (directory(directoryId).isEmpty()) {
            throw new DirectoryException.DirectoryGone("The directory is switched off.", null);
        }
    }

    private void begin(String operation, long directoryId, DirectoryOperation needed, DirectoryUserProfile profile) {
        requireOn(directoryId);
        strike(operation, Point.BEFORE);
        if (!allowed.contains(needed)) {
            throw new DirectoryException.NotPermitted("The directory is read-only.", null);
        }
        if (refusedWord.filter(profile.toString()::contains).isPresent()) {
            throw new DirectoryException.InvalidUser("The directory refuses a value.", null);
        }
    }

    private DirectoryUser end(String operation, DirectoryUser user) {
        writes.add(operation + " " + user.name());
        strike(operation, Point.AFTER);
        return user;
    }

    private void strike(String operation, Point point) {
        Optional<Fault> armed =
                fault.filter(candidate -> candidate.operation().equals(operation) && candidate.point() == point);
        if (armed.isPresent()) {
            fault = Optional.empty();
            armed.get().strike().run();
        }
    }
}
