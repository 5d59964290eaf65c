package org.scimsuite.bitbucket.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.bitbucket.permission.Permission;
import com.atlassian.bitbucket.ssh.SshKeyService;
import com.atlassian.bitbucket.user.ApplicationUser;
import com.atlassian.bitbucket.user.SecurityService;
import com.atlassian.bitbucket.user.UserService;
import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.UserTemplate;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.bitbucket.TestSecurity;
import org.scimsuite.bitbucket.TestServices;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.product.LeaverTasks;

class SshKeysTest {

    private static final ApplicationUser ANN = () -> 7;

    private final TestSecurity security = new TestSecurity();
    private final Map<Class<?>, Object> services = new HashMap<>();
    private final List<ApplicationUser> removed = new ArrayList<>();

    @BeforeEach
    void aBitbucketThatKnowsAnnThoughInactive() {
        services.put(SecurityService.class, security);
        services.put(UserService.class, (UserService) (name, inactive) -> inactive && name.equals("ann") ? ANN : null);
        services.put(SshKeyService.class, (SshKeyService) user -> {
            assertThat(security.current).as("only administrators may do this").contains(Permission.ADMIN);
            removed.add(user);
        });
    }

    @Test
    void leaveWhenThePersonIsKnownThenTheKeysAreRemoved() {
        assertThat(leave("ann").outcome()).isEqualTo(Outcome.DONE);
        assertThat(removed).containsExactly(ANN);
    }

    @Test
    void leaveWhenThePersonNeverCameToBitbucketThenNothingToDo() {
        assertThat(leave("bob").outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(removed).isEmpty();
    }

    @Test
    void leaveWhenAnActivePersonOfAnEarlierDirectoryHasTheNameThenTheKeysStay() {
        services.put(DirectoryManager.class, directories(true));
        assertThat(leave("ann").outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(removed).isEmpty();

        services.put(DirectoryManager.class, directories(false));
        assertThat(leave("ann").outcome()).isEqualTo(Outcome.DONE);
        assertThat(removed).containsExactly(ANN);
    }

    /** Directory 9 is asked before directory 1; both have ann. */
    private static Object directories(Object active) {
        return proxy(DirectoryManager.class, (method, arguments) -> {
            if (method.equals("findAllDirectories")) {
                return List.of(directory(9), directory(1));
            }
            UserTemplate user = new UserTemplate((String) arguments[1], (long) arguments[0]);
            user.setActive(Boolean.TRUE.equals(active));
            return user;
        });
    }

    private static Directory directory(long id) {
        return proxy(Directory.class, (method, arguments) -> method.equals("getId") ? (Object) id : true);
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(method.getName(), arguments)));
    }

    @Test
    void leaveWhenBitbucketHasNoSuchServiceThenSaid() {
        services.remove(SshKeyService.class);

        assertThat(leave("ann")).isEqualTo(new LeaverStep(Outcome.NOT_OFFERED, SshKeys.NOT_OFFERED));
    }

    @Test
    void leaveWhenBitbucketRefusesThenFailedWithoutSecrets() {
        services.put(SshKeyService.class, (SshKeyService) user -> {
            throw new IllegalStateException("com.atlassian.bitbucket.AuthorisationException");
        });

        LeaverStep step = leave("ann");

        assertThat(step.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(step.sentence()).contains("could not be removed").doesNotContain("atlassian");
    }

    private LeaverStep leave(String name) {
        DirectoryUser user = new DirectoryUser(
                1, Optional.empty(), new DirectoryUserProfile(name, "", "", "", "", Activation.INACTIVE));
        return new LeaverTasks(List.of(SshKeys.task(TestServices.offering(services))))
                .leave(new Leaver(user, Optional.empty()))
                .get(0);
    }
}
