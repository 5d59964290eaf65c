package org.scimsuite.workbench.host;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the host's own files are: bundles beside the folder of its jars. */
final class HostFolders {

    private HostFolders() {}

    static Path bundles() {
        try {
            Path jar = Path.of(HostFolders.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolveSibling("../bundles").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The host has an odd place", e);
        }
    }
}
