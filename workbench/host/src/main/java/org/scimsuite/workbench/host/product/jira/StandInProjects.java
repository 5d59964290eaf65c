package org.scimsuite.workbench.host.product.jira;

import com.atlassian.jira.bc.project.component.MutableProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.UpdateProjectParameters;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Projects and components with their leads, in memory. Jira keeps the lead by the user's key, so that a rename changes nothing. A thing with
 * a slash in its name ({@code ABC/api}) is a component.
 */
final class StandInProjects implements ProjectManager, ProjectComponentManager {

    private final UserManager users;
    private final Map<String, Lead> leads = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong(10_000);

    StandInProjects(UserManager users) {
        this.users = users;
    }

    private record Lead(Long getId, String getKey, String getLead) implements Project, ProjectComponent {
        @Override
        public String getName() {
            return getKey;
        }

        boolean isComponent() {
            return getKey.contains("/");
        }
    }

    /** Makes somebody the lead of a project or component, which is made when it is missing. */
    void lead(String name, String userKey) {
        leads.compute(
                name,
                (same, before) -> new Lead(before == null ? ids.incrementAndGet() : before.getId(), same, userKey));
    }

    /** User keys of the leads by the names of what they lead. */
    Map<String, String> leads() {
        Map<String, String> keys = new ConcurrentSkipListMap<>();
        leads.forEach((name, lead) -> keys.put(name, lead.getLead()));
        return keys;
    }

    @Override
    public List<Project> getProjectsLeadBy(ApplicationUser leadUser) {
        return leads.values().stream()
                .filter(lead -> !lead.isComponent() && lead.getLead().equals(leadUser.getKey()))
                .map(Project.class::cast)
                .toList();
    }

    @Override
    public Project updateProject(UpdateProjectParameters parameters) {
        return change(parameters.standInProjectId(), parameters.standInLeadUserKey());
    }

    @Override
    public Collection<ProjectComponent> findComponentsByLead(String userName) {
        ApplicationUser user = users.getUserByName(userName);
        return user == null
                ? List.of()
                : leads.values().stream()
                        .filter(lead -> lead.isComponent() && lead.getLead().equals(user.getKey()))
                        .map(ProjectComponent.class::cast)
                        .toList();
    }

    @Override
    public ProjectComponent update(MutableProjectComponent component) {
        return change(component.getId(), component.getLead());
    }

    private Lead change(Long id, String userKey) {
        Lead found = leads.values().stream()
                .filter(lead -> lead.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is nothing with the id " + id));
        lead(found.getKey(), userKey);
        return leads.get(found.getKey());
    }
}
