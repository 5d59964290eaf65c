package org.scimsuite.crowd.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scimsuite.crowd.TestApplications.application;
import static org.scimsuite.crowd.TestApplications.everybody;
import static org.scimsuite.crowd.TestApplications.inactive;
import static org.scimsuite.crowd.TestApplications.members;

import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.application.DefaultGroupMembershipService;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.crowd.TestServices;

class DirectoriesOfApplicationsTest {

    private final Map<Class<?>, Object> services = new HashMap<>();

    @BeforeEach
    void aCrowdWithThreeApplications() {
        services.put(ApplicationManager.class, (ApplicationManager) () -> List.of(
                application("wiki", everybody(1)),
                application("jira", members(1, "users", "admins"), members(2)),
                inactive("old", everybody(3))));
        services.put(DefaultGroupMembershipService.class, (DefaultGroupMembershipService)
                (application, mapping) -> application.getName().equals("wiki") ? List.of("readers") : List.of());
    }

    @Test
    void remarksWhenApplicationsSeeTheDirectoryThenWhoTheyLetInAndWhatTheyGive() {
        List<DirectoryInfo> directories = directories();

        assertThat(directories.get(0).remarks())
                .satisfiesExactly(
                        remark -> assertThat(remark).isEqualTo("From the directory itself."),
                        remark -> assertThat(remark).isEqualTo("Applications that see this directory: jira, wiki."),
                        remark -> assertThat(remark).isEqualTo("jira lets in only members of admins, users."),
                        remark -> assertThat(remark).startsWith("wiki puts people into readers when they log in."));
        assertThat(directories.get(1).remarks()).contains("jira lets nobody of it in.");
    }

    @Test
    void remarksWhenNoActiveApplicationSeesTheDirectoryThenSaid() {
        assertThat(directories().get(2).remarks()).last().asString().startsWith("No application sees this directory");
    }

    @Test
    void remarksWhenCrowdCannotBeAskedThenTheDirectoriesAreListedNevertheless() {
        services.put(ApplicationManager.class, (ApplicationManager) () -> {
            throw new IllegalStateException("no database");
        });

        assertThat(directories()).hasSize(3).allSatisfy(directory -> assertThat(directory.remarks())
                .containsExactly("From the directory itself."));
    }

    private List<DirectoryInfo> directories() {
        UserDirectoryPort plain = (UserDirectoryPort) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {UserDirectoryPort.class},
                (proxy, method, arguments) ->
                        method.getName().equals("directories") ? List.of(info(1), info(2), info(3)) : Optional.empty());
        return new DirectoriesOfApplications(plain, new CrowdApplications(TestServices.offering(services)))
                .directories();
    }

    private static DirectoryInfo info(long id) {
        return new DirectoryInfo(id, "Directory " + id, "INTERNAL", Set.of())
                .withRemarks(List.of("From the directory itself."));
    }
}
