package org.scimsuite.crowd.applications;

import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.application.DefaultGroupMembershipService;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.atlassian.wiring.HostServices;

/**
 * Which applications see which directories, whom they let in, and which groups they put people into.
 *
 * <p>How far proven: by an open-source plugin for Crowd 6 and 7.
 */
public final class CrowdApplications {

    private final HostServices services;

    public CrowdApplications(HostServices services) {
        this.services = services;
    }

    /**
     * An application's view of a directory.
     *
     * @param earlier the ids of the directories that it asks for a name before this one
     * @param groups whose members it lets in; empty for everybody of the directory
     * @param defaultGroups that people get into when they log in to it
     */
    public record Sight(
            String application,
            long directoryId,
            List<Long> earlier,
            Optional<Set<String>> groups,
            List<String> defaultGroups) {}

    /** Every view that an active application has; none when Crowd cannot be asked. */
    public List<Sight> sights() {
        List<Sight> sights = new ArrayList<>();
        services.find(ApplicationManager.class).map(ApplicationManager::findAll).orElse(List.of()).stream()
                .filter(Application::isActive)
                .forEach(application -> addSights(application, sights));
        return sights;
    }

    /** The views of one directory. */
    public List<Sight> sightsOf(long directoryId) {
        return sights().stream()
                .filter(sight -> sight.directoryId() == directoryId)
                .toList();
    }

    private void addSights(Application application, List<Sight> sights) {
        List<Long> earlier = new ArrayList<>();
        for (ApplicationDirectoryMapping mapping : application.getApplicationDirectoryMappings()) {
            if (mapping.getDirectory().isActive()) {
                sights.add(new Sight(
                        application.getName(),
                        mapping.getDirectory().getId(),
                        List.copyOf(earlier),
                        mapping.isAllowAllToAuthenticate()
                                ? Optional.empty()
                                : Optional.of(Set.copyOf(mapping.getAuthorisedGroupNames())),
                        defaultGroups(application, mapping)));
                earlier.add(mapping.getDirectory().getId());
            }
        }
    }

    private List<String> defaultGroups(Application application, ApplicationDirectoryMapping mapping) {
        Optional<DefaultGroupMembershipService> defaults = services.find(DefaultGroupMembershipService.class);
        try {
            return defaults.isEmpty() ? List.of() : List.copyOf(defaults.get().listAll(application, mapping));
        } catch (OperationFailedException e) {
            throw new IllegalStateException("Crowd does not say which groups are default", e);
        }
    }
}
