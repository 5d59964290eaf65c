package org.scimsuite.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.model.application.Application;
import com.atlassian.crowd.model.application.ApplicationDirectoryMapping;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/** Applications of a Crowd. */
public final class TestApplications {

    private TestApplications() {}

    /** An active application. */
    public static Application application(String name, ApplicationDirectoryMapping... mappings) {
        return new Known(name, true, List.of(mappings));
    }

    public static Application inactive(String name, ApplicationDirectoryMapping... mappings) {
        return new Known(name, false, List.of(mappings));
    }

    /** Everybody of the directory may log in. */
    public static ApplicationDirectoryMapping everybody(long directoryId) {
        return new Mapping(directory(directoryId), true, Set.of("ignored"));
    }

    /** The members of these groups may. */
    public static ApplicationDirectoryMapping members(long directoryId, String... groups) {
        return new Mapping(directory(directoryId), false, Set.of(groups));
    }

    private static Directory directory(long id) {
        return (Directory) Proxy.newProxyInstance(
                TestApplications.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> id;
                    case "isActive" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private record Known(
            String getName, boolean isActive, List<ApplicationDirectoryMapping> getApplicationDirectoryMappings)
            implements Application {}

    private record Mapping(
            Directory getDirectory, boolean isAllowAllToAuthenticate, Set<String> getAuthorisedGroupNames)
            implements ApplicationDirectoryMapping {}
}
