package org.scimsuite.atlassian.wiring;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.scimsuite.atlassian.activeobjects.Tables;
import org.scimsuite.atlassian.sal.PublicAddress;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.core.endpoint.ScimServer;

/**
 * Everything that the plugin's modules (filter, servlets, REST resources) share.
 *
 * @param directoryAccess what an administrator should know of the way to the product's user directories: sentences, none when nothing is
 *     lacking
 */
public record PluginRuntime(
        ScimServer server,
        BackgroundWork background,
        Tables tables,
        SelfCheckReport selfCheck,
        Supplier<List<String>> directoryAccess,
        PublicAddress address,
        BuildInfo build,
        UserManager userManager,
        LoginUriProvider loginUriProvider)
        implements AutoCloseable {

    private static final AtomicReference<PluginRuntime> CURRENT = new AtomicReference<>();

    /**
     * The runtime of this plugin while it is enabled.
     *
     * <p>Filters and servlets get it through their constructors. REST resources cannot: the two generations make them with
     * different injection frameworks that agree on nothing but a constructor without parameters. The class loader of a plugin
     * makes a static field the plugin's own.
     */
    public static Optional<PluginRuntime> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Makes this the plugin's runtime. */
    void install() {
        CURRENT.set(this);
    }

    /** Ends it, unless another has taken its place. Spring calls this when the plugin is disabled. */
    @Override
    public void close() {
        CURRENT.compareAndSet(this, null);
        server.end();
        background.close();
        tables.close();
    }

    /** Who sends the current request, as far as administration goes; asks the product each time. */
    public Caller caller() {
        UserKey user = userManager.getRemoteUserKey();
        if (user == null) {
            return Caller.NOBODY;
        }
        return userManager.isSystemAdmin(user) ? Caller.SYSTEM_ADMIN : Caller.SOMEBODY;
    }

    /** The name of who sends the current request; empty for somebody who has none any more. */
    public String callerName() {
        UserProfile user = userManager.getRemoteUser();
        return user == null ? "" : user.getUsername();
    }

    /** Who sends a request. */
    public enum Caller {
        /** Not logged in. */
        NOBODY,
        /** Logged in, and no system administrator. */
        SOMEBODY,
        SYSTEM_ADMIN
    }
}
