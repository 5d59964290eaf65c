package org.scimsuite.crowd.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scimsuite.crowd.TestApplications.application;
import static org.scimsuite.crowd.TestApplications.everybody;

import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.authentication.TokenAuthenticationManager;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.model.user.UserTemplate;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.product.LeaverTasks;
import org.scimsuite.crowd.TestServices;
import org.scimsuite.crowd.applications.CrowdApplications;

class SsoSessionsTest {

    private final Map<Class<?>, Object> services = new HashMap<>();
    private final List<String> ended = new ArrayList<>();

    @BeforeEach
    void aCrowdWithFourApplications() {
        services.put(ApplicationManager.class, (ApplicationManager) () -> List.of(
                application("broken", everybody(1)),
                application("jira", everybody(1)),
                application("partners", everybody(2), everybody(1)),
                application("elsewhere", everybody(2))));
        services.put(TokenAuthenticationManager.class, (TokenAuthenticationManager) (name, spared, application) -> {
            assertThat(spared).isNull();
            if (name.equals("unlucky") && application.equals("broken")) {
                throw new IllegalStateException("no database");
            }
            if (name.equals("unknown")) {
                throw new UserNotFoundException(name);
            }
            ended.add(name + " in " + application);
        });
        services.put(
                DirectoryManager.class,
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DirectoryManager.class},
                        (proxy, method, arguments) -> {
                            if (arguments[1].equals("namesake")) {
                                return new UserTemplate("namesake", (long) arguments[0]);
                            }
                            throw new UserNotFoundException(String.valueOf(arguments[1]));
                        }));
    }

    @Test
    void leaveWhenApplicationsKnowThePersonThenTheSessionsEndInEach() {
        LeaverStep step = leave("ann");

        assertThat(step.outcome()).isEqualTo(Outcome.DONE);
        assertThat(step.sentence()).contains("broken, jira, partners");
        assertThat(ended).containsExactly("ann in broken", "ann in jira", "ann in partners");
    }

    @Test
    void leaveWhenAnApplicationMeansSomebodyElseByTheNameThenThoseSessionsStay() {
        leave("namesake");

        assertThat(ended).containsExactly("namesake in broken", "namesake in jira");
    }

    @Test
    void leaveWhenNoApplicationKnowsThePersonThenNothingToDo() {
        assertThat(leave("unknown").outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void leaveWhenItFailsForOneApplicationThenTheOthersAreDoneAndTheFailureIsTold() {
        assertThat(leave("unlucky").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ended).containsExactly("unlucky in jira", "unlucky in partners");
    }

    @Test
    void leaveWhenCrowdDoesNotOfferItsSessionsThenSaid() {
        services.remove(TokenAuthenticationManager.class);

        assertThat(leave("ann")).isEqualTo(new LeaverStep(Outcome.NOT_OFFERED, SsoSessions.NOT_OFFERED));
    }

    private LeaverStep leave(String name) {
        var offered = TestServices.offering(services);
        DirectoryUser user = new DirectoryUser(
                1, Optional.empty(), new DirectoryUserProfile(name, "", "", "", "", Activation.INACTIVE));
        return new LeaverTasks(List.of(SsoSessions.task(offered, new CrowdApplications(offered))))
                .leave(new Leaver(user, Optional.empty()))
                .get(0);
    }
}
