package org.scimsuite.atlassian.sal;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductAdministratorsTest {

    private final Map<String, String> keys = Map.of("root", "key-1", "renamed", "root");
    private final Set<String> administrators = Set.of("key-1");

    private final ProductAdministrators product =
            new ProductAdministrators(this::users, List.of("jira-administrators"));

    @Test
    void isAdministratorWhenTheProductSaysSoOfTheKeyThenTrue() {
        assertThat(product.isAdministrator("root")).isTrue();
    }

    @Test
    void isAdministratorWhenOnlyTheKeyIsAnAdministratorsNameThenFalse() {
        assertThat(product.isAdministrator("renamed"))
                .as("the key of a renamed person may be the name of somebody else")
                .isFalse();
    }

    @Test
    void isAdministratorWhenThereIsNoSuchUserThenFalse() {
        assertThat(product.isAdministrator("nobody")).isFalse();
    }

    @Test
    void groupsWhenTheListChangesLaterThenThoseOfTheProductStay() {
        List<String> names = new ArrayList<>(List.of("jira-administrators"));
        ProductAdministrators copied = new ProductAdministrators(this::users, names);
        names.add("everybody");

        assertThat(copied.groups()).containsExactly("jira-administrators");
    }

    private UserManager users() {
        return proxy(UserManager.class, (ignored, method, arguments) -> switch (method.getName()) {
            case "getUserProfile" -> keys.containsKey(arguments[0]) ? profile((String) arguments[0]) : null;
            case "isSystemAdmin" -> administrators.contains(((UserKey) arguments[0]).getStringValue());
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private UserProfile profile(String name) {
        return proxy(UserProfile.class, (ignored, method, arguments) -> switch (method.getName()) {
            case "getUserKey" -> new UserKey(keys.get(name));
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
