package org.scimsuite.atlassian.wiring;

import com.atlassian.sal.api.user.UserManager;
import java.util.List;
import java.util.function.Supplier;
import org.scimsuite.atlassian.sal.ProductAdministrators;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.core.directory.UserDirectoryPort;

/** The running product, as a plugin module sees it while it puts its parts together. */
public final class ProductHost {

    private final HostServices services;
    private final SelfCheckReport selfCheck;
    private final DirectoryAccess access;

    ProductHost(HostServices services, SelfCheckReport selfCheck, DirectoryAccess access) {
        this.services = services;
        this.selfCheck = selfCheck;
        this.access = access;
    }

    public HostServices services() {
        return services;
    }

    /**
     * A part that the plugin can do without, in a package of its own below the module's.
     *
     * @param name the last part of that package's name
     * @param part makes it; not called when the self-check finds that the package does not fit the running product
     * @param without what stands in for it then
     */
    public <T> T part(String name, Supplier<T> part, T without) {
        return selfCheck.fits(name) ? part.get() : without;
    }

    /**
     * The user directories, over the product's embedded Crowd.
     *
     * @param administratorGroups that the product makes for its administrators when it is installed
     */
    public UserDirectoryPort embeddedCrowd(List<String> administratorGroups) {
        return access.directory(new ProductAdministrators(() -> services.lazy(UserManager.class), administratorGroups));
    }
}
