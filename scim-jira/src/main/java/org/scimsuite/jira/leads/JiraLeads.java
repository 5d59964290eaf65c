package org.scimsuite.jira.leads;

import com.atlassian.jira.bc.project.component.MutableProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.UpdateProjectParameters;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.product.LeaverTasks.Task;

/**
 * Hands over the projects and components that a leaver leads. Jira's own administration refuses to deactivate somebody who leads any; a directory does not,
 * and new issues would be assigned to somebody who is gone.
 *
 * <p>How far proven: as scripts that administrators publish call it, in Jira 8 and 9. Projects are found by the user, components by the name;
 * both take the successor's key.
 */
public final class JiraLeads {

    private static final int NAMED_AT_MOST = 10;

    private final HostServices services;

    private JiraLeads(HostServices services) {
        this.services = services;
    }

    /** Hands over to the successor, if there is one. */
    public static Task task(HostServices services) {
        return new Task(
                "What the person leads could not be handed over completely.", new JiraLeads(services)::handOver);
    }

    private LeaverStep handOver(Leaver leaver) throws Exception {
        UserManager users = services.require(UserManager.class);
        ApplicationUser person = users.getUserByName(leaver.user().name());
        if (person == null) {
            return new LeaverStep(
                    Outcome.NOTHING_TO_DO, "Jira does not know the person any more, and so not what the person leads.");
        }
        Collection<Project> projects = services.require(ProjectManager.class).getProjectsLeadBy(person);
        Collection<ProjectComponent> components =
                services.require(ProjectComponentManager.class).findComponentsByLead(person.getName());
        if (projects.isEmpty() && components.isEmpty()) {
            return new LeaverStep(Outcome.NOTHING_TO_DO, "The person leads neither projects nor components.");
        }
        String leads = told(projects, components);
        if (leaver.successor().isEmpty()) {
            return new LeaverStep(
                    Outcome.NOTHING_TO_DO, "The person still leads " + leads + ": nobody is named to take over.");
        }
        String name = leaver.successor().get();
        Optional<ApplicationUser> successor =
                Optional.ofNullable(users.getUserByName(name)).filter(ApplicationUser::isActive);
        if (successor.isEmpty()) {
            return new LeaverStep(
                    Outcome.FAILED,
                    "The person still leads " + leads + ": \"" + name
                            + "\", who shall take over, does not exist in Jira or is inactive.");
        }
        for (Project project : projects) {
            services.require(ProjectManager.class)
                    .updateProject(UpdateProjectParameters.forProject(project.getId())
                            .leadUserKey(successor.get().getKey()));
        }
        for (ProjectComponent component : components) {
            MutableProjectComponent changed = MutableProjectComponent.copy(component);
            changed.setLead(successor.get().getKey());
            services.require(ProjectComponentManager.class).update(changed);
        }
        return new LeaverStep(Outcome.DONE, "Handed over to " + successor.get().getName() + ": " + leads + ".");
    }

    private static String told(Collection<Project> projects, Collection<ProjectComponent> components) {
        List<String> told = new ArrayList<>();
        if (!projects.isEmpty()) {
            told.add(counted("project", projects.stream().map(Project::getKey).toList()));
        }
        if (!components.isEmpty()) {
            told.add(counted(
                    "component",
                    components.stream().map(ProjectComponent::getName).toList()));
        }
        return String.join(" and ", told);
    }

    private static String counted(String what, List<String> names) {
        return names.size() + " " + what + (names.size() == 1 ? "" : "s") + " ("
                + String.join(", ", names.subList(0, Math.min(NAMED_AT_MOST, names.size())))
                + (names.size() > NAMED_AT_MOST ? ", …" : "") + ")";
    }
}
