package org.scimsuite.crowd.applications;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.ForwardingUserDirectory;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.crowd.applications.CrowdApplications.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever chooses a directory which applications see it, and what they do with its people. */
public final class DirectoriesOfApplications extends ForwardingUserDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoriesOfApplications.class);

    private final CrowdApplications applications;

    public DirectoriesOfApplications(UserDirectoryPort directories, CrowdApplications applications) {
        super(directories);
        this.applications = applications;
    }

    @Override
    public List<DirectoryInfo> directories() {
        List<DirectoryInfo> plain = super.directories();
        try {
            List<Sight> sights = applications.sights();
            return plain.stream()
                    .map(directory -> directory.withRemarks(remarks(sights.stream()
                            .filter(sight -> sight.directoryId() == directory.id())
                            .sorted(Comparator.comparing(Sight::application))
                            .toList())))
                    .toList();
        } catch (RuntimeException e) {
            // remarks help to choose; work goes on without
            LOG.warn("Crowd does not say which applications see its directories", e);
            return plain;
        }
    }

    private static List<String> remarks(List<Sight> sights) {
        if (sights.isEmpty()) {
            return List.of("No application sees this directory: its people can log in nowhere.");
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("Applications that see this directory: "
                + sights.stream().map(Sight::application).collect(Collectors.joining(", ")) + ".");
        for (Sight sight : sights) {
            sight.groups()
                    .ifPresent(groups -> remarks.add(
                            groups.isEmpty()
                                    ? sight.application() + " lets nobody of it in."
                                    : sight.application() + " lets in only members of " + listed(groups) + "."));
            if (!sight.defaultGroups().isEmpty()) {
                remarks.add(sight.application() + " puts people into " + listed(sight.defaultGroups())
                        + " when they log in. Provisioning leaves these memberships alone; "
                        + "map no group to them, or whoever is taken out gets in again.");
            }
        }
        return remarks;
    }

    private static String listed(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
