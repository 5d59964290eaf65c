package org.scimsuite.workbench.host.product.jira;

import com.atlassian.jira.application.ApplicationRoleManager;
import com.atlassian.jira.bc.project.component.ProjectComponentManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.seraph.spi.rememberme.RememberMeTokenDao;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.product.Entrances;
import org.scimsuite.workbench.host.product.ProductState;

/**
 * Jira's services beside the directories.
 *
 * <p>Orders: {@code {"seats": 3}} (-1: any number), {@code {"sessions": "ann"}}, {@code {"remembered": "ann"}}, {@code {"tokens": "ann"}}, and
 * {@code {"leads": {"ABC": "ann", "ABC/api": "ann"}}} for a project and a component. Shown are these, {@code taken} seats, and the
 * {@code userKey} that was asked for last with {@code {"userKey": "ann"}}.
 */
public final class JiraState implements ProductState {

    private final StandInCrowd crowd;
    private final UserManager users;
    private final StandInApplications applications;
    private final StandInProjects projects;
    private final Entrances entrances = new Entrances("sessions", "remembered", "tokens");
    private volatile int seats = StandInApplications.UNLIMITED;
    private volatile String asked = "";

    public JiraState(StandInCrowd crowd) {
        this.crowd = crowd;
        this.users = name -> crowd.effective(name).map(JiraUser::of).orElse(null);
        this.applications = new StandInApplications(crowd);
        this.projects = new StandInProjects(users);
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of(
                ApplicationRoleManager.class,
                applications,
                UserManager.class,
                users,
                ProjectManager.class,
                projects,
                ProjectComponentManager.class,
                projects,
                RememberMeTokenDao.class,
                (RememberMeTokenDao) name -> entrances.end("remembered", name));
    }

    @Override
    public void order(JsonNode order) {
        entrances.order(order);
        if (order.path("seats").isInt()) {
            seats = order.path("seats").asInt();
            applications.license(seats);
        }
        asked = order.path("userKey").asText(asked);
        order.path("leads").properties().forEach(lead -> {
            var user = users.getUserByName(lead.getValue().asText());
            if (user == null) {
                throw new IllegalArgumentException(
                        "There is nobody called " + lead.getValue().asText());
            }
            projects.lead(lead.getKey(), user.getKey());
        });
    }

    @Override
    public JsonNode show() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("seats", seats);
        shown.put(
                "taken",
                applications.getUserCount(
                        applications.getRoles().iterator().next().getKey()));
        entrances.show(shown);
        ObjectNode leads = shown.putObject("leads");
        projects.leads().forEach((name, key) -> leads.put(name, nameOf(key)));
        ObjectNode userKey = shown.putObject("userKey");
        crowd.effective(asked).map(JiraUser::of).ifPresent(user -> userKey.put(user.getName(), user.getKey()));
        return shown;
    }

    /** The lead's present name; the key of somebody who is gone. */
    private String nameOf(String key) {
        return crowd.directories().stream()
                .flatMap(directory -> crowd.people(directory.getId()).orElseThrow().stream())
                .map(JiraUser::of)
                .filter(user -> user.getKey().equals(key))
                .map(JiraUser::getName)
                .findFirst()
                .orElse(key);
    }
}
