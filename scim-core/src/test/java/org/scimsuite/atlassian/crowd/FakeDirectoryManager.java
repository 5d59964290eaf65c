package org.scimsuite.atlassian.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.User;
import com.atlassian.crowd.model.user.UserTemplate;
import com.atlassian.crowd.model.user.UserTemplateWithAttributes;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A Crowd of one directory, in order of arrival: the adapter must not count on any other order. */
final class FakeDirectoryManager {

    static final long DIRECTORY = 7;

    final Map<String, UserTemplate> users = new LinkedHashMap<>();
    final Map<String, Map<String, Set<String>>> attributes = new LinkedHashMap<>();
    final List<String> calls = new ArrayList<>();
    final List<Directory> directories = new ArrayList<>();
    Optional<PasswordCredential> lastPassword = Optional.empty();
    Optional<Exception> failure = Optional.empty();

    /** What happens elsewhere just before a call of that name. */
    Consumer<String> beforeCall = method -> {};

    /** What single methods throw, by name. */
    final Map<String, Exception> failures = new HashMap<>();

    final FakeGroups groups = new FakeGroups();

    DirectoryManager manager() {
        return proxy(DirectoryManager.class, this::call);
    }

    static Directory directory(long id, String name, boolean active, OperationType... allowed) {
        return proxy(Directory.class, (method, arguments) -> switch (method.getName()) {
            case "getId" -> id;
            case "getName" -> name;
            case "isActive" -> active;
            case "getType" -> name.contains("Delegated") ? DirectoryType.DELEGATING : DirectoryType.CONNECTOR;
            case "getDescription" -> name.contains("Delegated") ? "Staff of the head office" : null;
            case "getAllowedOperations" -> Set.of(allowed);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    private Object call(Method method, Object[] arguments) throws Exception {
        calls.add(method.getName());
        beforeCall.accept(method.getName());
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (failures.containsKey(method.getName())) {
            throw failures.get(method.getName());
        }
        return switch (method.getName()) {
            case "findAllDirectories" -> directories;
            case "findUserByName" -> existing((String) arguments[1]);
            case "findUserWithAttributesByName" -> {
                UserTemplateWithAttributes user = new UserTemplateWithAttributes(
                        existing((String) arguments[1]).getName(), DIRECTORY);
                attributes.getOrDefault(key(user.getName()), Map.of()).forEach(user::setAttribute);
                yield user;
            }
            case "storeUserAttributes" -> {
                existing((String) arguments[1]);
                ((Map<?, ?>) arguments[2]).forEach((name, values) -> attributes
                        .computeIfAbsent(key((String) arguments[1]), key -> new LinkedHashMap<>())
                        .put((String) name, strings(values)));
                yield null;
            }
            case "removeUserAttributes" -> {
                attributes.get(key((String) arguments[1])).remove(arguments[2]);
                yield null;
            }
            case "findUserByExternalId" ->
                users.values().stream()
                        .filter(user -> arguments[1].equals(user.getExternalId()))
                        .findFirst()
                        .orElseThrow(() -> new UserNotFoundException("none"));
            case "searchUsers" -> search((EntityQuery<?>) arguments[1]);
            case "addUser" -> add((UserTemplate) arguments[1], (PasswordCredential) arguments[2]);
            case "updateUser" -> {
                UserTemplate changed = (UserTemplate) arguments[1];
                existing(changed.getName());
                users.put(key(changed.getName()), changed);
                yield changed;
            }
            case "renameUser" -> {
                UserTemplate user = new UserTemplate(existing((String) arguments[1]));
                if (users.containsKey(key((String) arguments[2]))) {
                    throw new UserAlreadyExistsException("taken");
                }
                users.remove(key((String) arguments[1]));
                user.setName((String) arguments[2]);
                users.put(key(user.getName()), user);
                yield user;
            }
            case "removeUser" -> {
                existing((String) arguments[1]);
                yield users.remove(key((String) arguments[1])) == null;
            }
            case "addUserToGroup", "removeUserFromGroup" -> {
                existing((String) arguments[1]);
                yield groups.call(method.getName(), arguments);
            }
            default -> groups.call(method.getName(), arguments);
        };
    }

    private User add(UserTemplate template, PasswordCredential password) throws UserAlreadyExistsException {
        if (users.containsKey(key(template.getName()))) {
            throw new UserAlreadyExistsException("taken");
        }
        lastPassword = Optional.of(password);
        UserTemplate stored = new UserTemplate(template);
        stored.setExternalId("ext-" + key(template.getName()));
        users.put(key(template.getName()), stored);
        // as some directories do: the answer lacks what the directory added
        return (User) template;
    }

    private List<?> search(EntityQuery<?> query) {
        return users.values().stream()
                .skip(query.getStartIndex())
                .limit(query.getMaxResults() < 0 ? Long.MAX_VALUE : query.getMaxResults())
                .map(user -> query.getReturnType() == String.class ? user.getName() : user)
                .toList();
    }

    private User existing(String name) throws UserNotFoundException {
        return Optional.ofNullable(users.get(key(name))).orElseThrow(() -> new UserNotFoundException(name));
    }

    private static Set<String> strings(Object values) {
        return ((Set<?>) values).stream().map(String.class::cast).collect(Collectors.toSet());
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ENGLISH);
    }
}
