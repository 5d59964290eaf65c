package org.scimsuite.confluence.accessmode;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
import java.util.function.BooleanSupplier;
import org.scimsuite.atlassian.wiring.HostServices;

/**
 * Whether an administrator has put Confluence into read-only mode, for maintenance or a migration. What is written then may be lost.
 *
 * <p>How far proven: as public plugins call it, since Confluence 6.10. Confluence asks plugins to keep to it; user management itself it does not stop.
 */
public final class ReadOnlyMode {

    private ReadOnlyMode() {}

    /** Asks Confluence each time; without the service it is never in that mode. */
    public static BooleanSupplier of(HostServices services) {
        return () -> services.find(AccessModeService.class)
                .filter(AccessModeService::isReadOnlyAccessModeEnabled)
                .isPresent();
    }
}
