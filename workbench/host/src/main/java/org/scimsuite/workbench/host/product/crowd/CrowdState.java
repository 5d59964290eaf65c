package org.scimsuite.workbench.host.product.crowd;

import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.MembershipAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.application.DefaultGroupMembershipService;
import com.atlassian.crowd.manager.authentication.TokenAuthenticationManager;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.manager.license.CrowdLicenseManager;
import com.atlassian.extras.api.crowd.CrowdLicense;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.directory.UserRow;
import org.scimsuite.workbench.host.product.Entrances;
import org.scimsuite.workbench.host.product.ProductState;

/**
 * Crowd's services beside the directories.
 *
 * <p>Orders: {@code {"seats": 3}} (-1: any number), {@code {"sessions": "ann"}}, {@code {"applications": {…}}} as
 * {@link StandInApplications#order} says, and {@code {"login": {"application": "jira", "user": "ann"}}}, after which she has a session and the
 * groups that the application gives by default. Shown are {@code seats}, {@code taken} ones, {@code sessions} and {@code applications}.
 */
public final class CrowdState implements ProductState {

    private static final int UNLIMITED = -1;

    private final StandInCrowd crowd;
    private final StandInApplications applications;
    private final Entrances entrances = new Entrances("sessions");
    private volatile int seats = UNLIMITED;

    public CrowdState(StandInCrowd crowd) {
        this.crowd = crowd;
        this.applications = new StandInApplications(crowd);
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of(
                ApplicationManager.class,
                applications,
                DefaultGroupMembershipService.class,
                applications,
                TokenAuthenticationManager.class,
                (TokenAuthenticationManager) this::endSessions,
                CrowdLicenseManager.class,
                new License());
    }

    private void endSessions(String name, String sparedToken, String application)
            throws UserNotFoundException, ApplicationNotFoundException {
        home(name, application);
        entrances.end("sessions", name);
    }

    /** The directory in which an application finds somebody. */
    private long home(String name, String application) throws UserNotFoundException, ApplicationNotFoundException {
        for (long directory : applications.get(application).directories()) {
            if (people(directory).stream().anyMatch(person -> key(person.name()).equals(key(name)))) {
                return directory;
            }
        }
        throw new UserNotFoundException(name);
    }

    private List<UserRow> people(long directory) {
        return crowd.people(directory).orElseThrow();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ENGLISH);
    }

    @Override
    public void order(JsonNode order) {
        entrances.order(order);
        seats = order.path("seats").asInt(seats);
        applications.order(order.path("applications"));
        if (order.has("login")) {
            logIn(
                    order.at("/login/user").asText(),
                    order.at("/login/application").asText());
        }
    }

    private void logIn(String name, String application) {
        try {
            long directory = home(name, application);
            for (String group : applications.get(application).defaultGroups()) {
                try {
                    crowd.localAdmin().addUserToGroup(directory, name, group);
                } catch (MembershipAlreadyExistsException alreadyIn) {
                    // as it should be
                }
            }
            entrances.order(JsonNodeFactory.instance.objectNode().put("sessions", name));
        } catch (CrowdException | DirectoryPermissionException e) {
            throw new IllegalArgumentException("Nobody can log in like that: " + e.getMessage(), e);
        }
    }

    @Override
    public JsonNode show() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("seats", seats);
        shown.put("taken", taken());
        entrances.show(shown);
        applications.show(shown.putObject("applications"));
        return shown;
    }

    /** Whoever is active and may log in to any application. */
    private int taken() {
        Set<String> people = new TreeSet<>();
        for (var application : applications.findAll()) {
            for (var mapping : application.getApplicationDirectoryMappings()) {
                long directory = mapping.getDirectory().getId();
                Set<String> letIn = new TreeSet<>();
                crowd.groups(directory).orElseThrow().stream()
                        .filter(group -> mapping.getAuthorisedGroupNames().contains(group.name()))
                        .forEach(group -> letIn.addAll(group.users()));
                people(directory).stream()
                        .filter(UserRow::active)
                        .map(UserRow::name)
                        .filter(name -> mapping.isAllowAllToAuthenticate() || letIn.contains(name))
                        .forEach(name -> people.add(key(name)));
            }
        }
        return people.size();
    }

    private final class License implements CrowdLicenseManager {
        @Override
        public CrowdLicense getLicense() {
            int now = seats;
            return () -> now;
        }

        @Override
        public int getCurrentResourceUsageTotal() {
            return taken();
        }
    }
}
