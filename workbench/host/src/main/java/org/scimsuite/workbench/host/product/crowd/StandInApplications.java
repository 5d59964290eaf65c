package org.scimsuite.workbench.host.product.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.application.DefaultGroupMembershipService;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.StreamSupport;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.product.Product;

/** The applications of the stand-in: Crowd's own console, and one that lets in the usual group. */
final class StandInApplications implements ApplicationManager, DefaultGroupMembershipService {

    private final StandInCrowd crowd;
    private final Map<String, Known> applications = new ConcurrentSkipListMap<>();

    StandInApplications(StandInCrowd crowd) {
        this.crowd = crowd;
        put(new Known("crowd", List.of(1L), Set.of(Product.CROWD.administrators()), List.of()));
        put(new Known("jira", List.of(1L), Set.of(Product.CROWD.users()), List.of()));
    }

    /**
     * An application.
     *
     * @param groups whose members it lets in; empty for everybody
     */
    record Known(String name, List<Long> directories, Set<String> groups, List<String> defaultGroups) {}

    private void put(Known application) {
        applications.put(application.name(), application);
    }

    Known get(String name) throws ApplicationNotFoundException {
        Known application = applications.get(name);
        if (application == null) {
            throw new ApplicationNotFoundException(name);
        }
        return application;
    }

    /** Makes applications, or makes them anew, as {@code {"jira": {"directories": [1], "groups": [], "defaultGroups": []}}}. */
    void order(JsonNode order) {
        order.properties()
                .forEach(field -> put(new Known(
                        field.getKey(),
                        StreamSupport.stream(
                                        field.getValue().path("directories").spliterator(), false)
                                .map(JsonNode::asLong)
                                .toList(),
                        new TreeSet<>(texts(field.getValue().path("groups"))),
                        texts(field.getValue().path("defaultGroups")))));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    void show(ObjectNode shown) {
        applications.values().forEach(application -> {
            ObjectNode node = shown.putObject(application.name());
            application.directories().forEach(node.putArray("directories")::add);
            application.groups().forEach(node.putArray("groups")::add);
            application.defaultGroups().forEach(node.putArray("defaultGroups")::add);
        });
    }

    @Override
    public List<Application> findAll() {
        List<Application> all = new ArrayList<>();
        applications.values().forEach(application -> all.add(new Shown(application)));
        return all;
    }

    @Override
    public List<String> listAll(Application application, ApplicationDirectoryMapping directoryMapping) {
        return applications.get(application.getName()).defaultGroups();
    }

    private Directory directory(long id) {
        return crowd.directories().stream()
                .filter(directory -> directory.getId() == id)
                .findFirst()
                .orElseThrow();
    }

    private final class Shown implements Application {
        private final Known application;

        Shown(Known application) {
            this.application = application;
        }

        @Override
        public String getName() {
            return application.name();
        }

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public List<ApplicationDirectoryMapping> getApplicationDirectoryMappings() {
            List<ApplicationDirectoryMapping> mappings = new ArrayList<>();
            application
                    .directories()
                    .forEach(id -> mappings.add(
                            new Mapping(directory(id), application.groups().isEmpty(), application.groups())));
            return mappings;
        }
    }

    private record Mapping(
            Directory getDirectory, boolean isAllowAllToAuthenticate, Set<String> getAuthorisedGroupNames)
            implements ApplicationDirectoryMapping {}
}
