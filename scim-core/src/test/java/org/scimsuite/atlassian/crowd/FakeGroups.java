package org.scimsuite.atlassian.crowd;

import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.MembershipNotFoundException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.manager.directory.BulkAddResult;
import com.atlassian.crowd.model.group.Group;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The groups of {@link FakeDirectoryManager}, with the exceptions that Crowd's documentation names for each method. */
final class FakeGroups {

    /** Group templates by key; a group below another one is held by name in {@link #children}. */
    final Map<String, GroupTemplate> templates = new LinkedHashMap<>();

    final Map<String, Set<String>> users = new LinkedHashMap<>();
    final Map<String, Set<String>> children = new LinkedHashMap<>();

    /** Keys of the groups that come from elsewhere and cannot be changed. */
    final Set<String> readOnly = new HashSet<>();

    /** Names of users that Crowd cannot add together with others. */
    final Set<String> failing = new HashSet<>();

    Object call(String method, Object... arguments) throws CrowdException {
        return switch (method) {
            case "findGroupByName" -> existing((String) arguments[1]);
            case "searchGroups" ->
                limited(
                        templates.values().stream().map(GroupTemplate::getName),
                        ((EntityQuery<?>) arguments[1]).getMaxResults());
            case "addGroup" -> add((GroupTemplate) arguments[1]);
            case "removeGroup" -> remove((String) arguments[1]);
            case "isUserDirectGroupMember" ->
                members(users, (String) arguments[2]).contains(arguments[1]);
            case "addUserToGroup" -> addUser((String) arguments[1], (String) arguments[2]);
            case "addAllUsersToGroup" -> addUsers((Collection<?>) arguments[1], (String) arguments[2]);
            case "removeUserFromGroup" -> removeUser((String) arguments[1], (String) arguments[2]);
            case "searchDirectGroupRelationships" -> search((MembershipQuery<?>) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Group existing(String name) throws GroupNotFoundException {
        return Optional.ofNullable(templates.get(FakeDirectoryManager.key(name)))
                .orElseThrow(() -> new GroupNotFoundException(name));
    }

    private Group add(GroupTemplate template) throws InvalidGroupException {
        if (templates.putIfAbsent(FakeDirectoryManager.key(template.getName()), template) != null) {
            // there is no exception of its own for this
            throw new InvalidGroupException("Group already exists");
        }
        return template;
    }

    private Group remove(String name) throws CrowdException {
        writable(name);
        users.remove(FakeDirectoryManager.key(name));
        return templates.remove(FakeDirectoryManager.key(name));
    }

    private String addUser(String user, String group) throws CrowdException {
        writable(group);
        if (!users.computeIfAbsent(FakeDirectoryManager.key(group), key -> new LinkedHashSet<>())
                .add(user)) {
            throw new MembershipAlreadyExistsException(user);
        }
        return user;
    }

    /** The users of the fake manager are unknown here, so nobody but those of {@link #failing} fails. */
    private BulkAddResult<String> addUsers(Collection<?> names, String group) throws CrowdException {
        existing(group);
        BulkAddResult.Builder<String> result = BulkAddResult.builder(names.size());
        for (Object name : names) {
            Set<String> members = users.computeIfAbsent(FakeDirectoryManager.key(group), key -> new LinkedHashSet<>());
            if (failing.contains(name)) {
                result.addFailedEntity((String) name);
            } else if (!members.add((String) name)) {
                result.addExistingEntity((String) name);
            }
        }
        return result.build();
    }

    private String removeUser(String user, String group) throws CrowdException {
        writable(group);
        if (!members(users, group).contains(user)) {
            throw new MembershipNotFoundException(user);
        }
        users.get(FakeDirectoryManager.key(group)).remove(user);
        return user;
    }

    private void writable(String group) throws CrowdException {
        existing(group);
        if (readOnly.contains(FakeDirectoryManager.key(group))) {
            throw new ReadOnlyGroupException(group);
        }
    }

    /** As documented, a name that is not there has no relations; it is no exception. */
    private List<?> search(MembershipQuery<?> query) {
        String name = query.getEntityNameToMatch();
        if (!query.isFindChildren()) {
            return limited(
                    templates.values().stream().map(GroupTemplate::getName).filter(group -> members(users, group)
                            .contains(name)),
                    query.getMaxResults());
        }
        boolean people = query.getEntityToReturn() == EntityDescriptor.user();
        return limited(members(people ? users : children, name).stream(), query.getMaxResults());
    }

    private static Set<String> members(Map<String, Set<String>> kind, String group) {
        return kind.getOrDefault(FakeDirectoryManager.key(group), Set.of());
    }

    private static List<String> limited(Stream<String> names, int max) {
        return names.limit(max < 0 ? Long.MAX_VALUE : max).toList();
    }
}
