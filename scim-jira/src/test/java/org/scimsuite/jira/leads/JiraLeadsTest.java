package org.scimsuite.jira.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.bc.project.component.MutableProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.UpdateProjectParameters;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.product.LeaverTasks;
import org.scimsuite.jira.TestServices;

class JiraLeadsTest {

    private final Map<String, User> users = new HashMap<>(Map.of(
            "ann", new User("JIRAUSER1", "ann", false),
            "bob", new User("JIRAUSER2", "bob", true),
            "cleo", new User("JIRAUSER3", "cleo", false)));
    private final Map<Long, Lead> leads = new HashMap<>();

    @Test
    void leaveWhenSomebodyTakesOverThenProjectsAndComponentsOfThePersonGoToTheirKey() {
        leads.put(1L, new Lead(1L, "ABC", "JIRAUSER1"));
        leads.put(2L, new Lead(2L, "api/x", "JIRAUSER1"));
        leads.put(3L, new Lead(3L, "OTHER", "JIRAUSER3"));

        LeaverStep step = leave(Optional.of("bob"));

        assertThat(step.outcome()).as(step.sentence()).isEqualTo(Outcome.DONE);
        assertThat(step.sentence()).contains("bob", "1 project (ABC)", "1 component (api/x)");
        assertThat(leads.get(1L).getLead()).isEqualTo("JIRAUSER2");
        assertThat(leads.get(2L).getLead()).isEqualTo("JIRAUSER2");
        assertThat(leads.get(3L).getLead()).isEqualTo("JIRAUSER3");
        assertThat(leave(Optional.of("bob")).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void leaveWhenNobodyIsNamedThenTheRecordSaysWhatIsStillLed() {
        leads.put(1L, new Lead(1L, "ABC", "JIRAUSER1"));

        LeaverStep step = leave(Optional.empty());

        assertThat(step.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(step.sentence()).contains("still leads 1 project (ABC)");
        assertThat(leads.get(1L).getLead()).isEqualTo("JIRAUSER1");
    }

    @Test
    void leaveWhenTheSuccessorIsInactiveOrUnknownThenFailedAndNothingChanges() {
        leads.put(1L, new Lead(1L, "ABC", "JIRAUSER1"));

        for (String successor : List.of("cleo", "nobody")) {
            LeaverStep step = leave(Optional.of(successor));
            assertThat(step.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(step.sentence()).contains(successor, "inactive");
        }
        assertThat(leads.get(1L).getLead()).isEqualTo("JIRAUSER1");
    }

    @Test
    void leaveWhenJiraFailsThenToldWithoutInternals() {
        users.remove("ann");
        users.put("ann", null);

        LeaverStep unknown = leave(Optional.of("bob"));
        LeaverStep broken = new LeaverTasks(List.of(JiraLeads.task(TestServices.offering(Map.of()))))
                .leave(leaver(Optional.of("bob")))
                .get(0);

        assertThat(unknown.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(broken.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(broken.sentence()).contains("could not be handed over").doesNotContain("com.atlassian");
    }

    private LeaverStep leave(Optional<String> successor) {
        Things things = new Things();
        return new LeaverTasks(List.of(JiraLeads.task(TestServices.offering(Map.of(
                        UserManager.class,
                        (UserManager) users::get,
                        ProjectManager.class,
                        things,
                        ProjectComponentManager.class,
                        things)))))
                .leave(leaver(successor))
                .get(0);
    }

    private static Leaver leaver(Optional<String> successor) {
        return new Leaver(
                new DirectoryUser(
                        1,
                        Optional.of("x"),
                        new DirectoryUserProfile("ann", "Ann", "A", "Ann A", "ann@acme.test", Activation.INACTIVE)),
                successor);
    }

    private record User(String getKey, String getName, boolean isActive) implements ApplicationUser {}

    private record Lead(Long getId, String getKey, String getLead) implements Project, ProjectComponent {
        @Override
        public String getName() {
            return getKey;
        }
    }

    private final class Things implements ProjectManager, ProjectComponentManager {
        @Override
        public List<Project> getProjectsLeadBy(ApplicationUser leadUser) {
            return ofLead(leadUser.getKey()).stream()
                    .filter(lead -> !lead.getKey().contains("/"))
                    .map(Project.class::cast)
                    .toList();
        }

        @Override
        public Project updateProject(UpdateProjectParameters parameters) {
            return change(parameters.standInProjectId(), parameters.standInLeadUserKey());
        }

        @Override
        public Collection<ProjectComponent> findComponentsByLead(String userName) {
            return ofLead(users.get(userName).getKey()).stream()
                    .filter(lead -> lead.getKey().contains("/"))
                    .map(ProjectComponent.class::cast)
                    .toList();
        }

        @Override
        public ProjectComponent update(MutableProjectComponent component) {
            return change(component.getId(), component.getLead());
        }

        private List<Lead> ofLead(String key) {
            return leads.values().stream()
                    .filter(lead -> lead.getLead().equals(key))
                    .toList();
        }

        private Lead change(Long id, String key) {
            leads.compute(id, (same, before) -> new Lead(same, before.getKey(), key));
            return leads.get(id);
        }
    }
}
