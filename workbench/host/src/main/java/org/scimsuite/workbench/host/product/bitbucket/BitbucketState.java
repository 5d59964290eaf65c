package org.scimsuite.workbench.host.product.bitbucket;

import com.atlassian.bitbucket.license.LicenseService;
import com.atlassian.bitbucket.permission.PermissionAdminService;
import com.atlassian.bitbucket.ssh.SshKeyService;
import com.atlassian.bitbucket.user.ApplicationUser;
import com.atlassian.bitbucket.user.SecurityService;
import com.atlassian.bitbucket.user.UserService;
import com.atlassian.extras.api.bitbucket.BitbucketServerLicense;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.product.Entrances;
import org.scimsuite.workbench.host.product.ProductState;

/**
 * Bitbucket's services beside the directories.
 *
 * <p>Orders: {@code {"seats": 3}} (-1: any number), {@code {"sessions": "ann"}}, {@code {"tokens": "ann"}}, {@code {"keys": "ann"}} for an SSH
 * key. Shown are these, {@code taken} seats, and whether {@code pushes} are allowed: a product with more people than seats stops those of
 * everybody in the end.
 */
public final class BitbucketState implements ProductState {

    private static final int UNLIMITED = -1;

    private final StandInCrowd crowd;
    private final StandInSecurity security = new StandInSecurity();
    private final Entrances entrances = new Entrances("sessions", "tokens", "keys");
    private volatile int seats = UNLIMITED;

    public BitbucketState(StandInCrowd crowd) {
        this.crowd = crowd;
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of(
                SecurityService.class,
                security,
                PermissionAdminService.class,
                new StandInPermissions(security),
                LicenseService.class,
                new License(),
                UserService.class,
                (UserService) this::user,
                SshKeyService.class,
                (SshKeyService) this::removeKeys);
    }

    private ApplicationUser user(String name, boolean inactive) {
        return crowd.effective(name)
                .filter(person -> inactive || person.active())
                .map(person -> new User((int) person.id(), person.name()))
                .orElse(null);
    }

    private void removeKeys(ApplicationUser user) {
        security.requireAdmin();
        entrances.end("keys", ((User) user).name());
    }

    private int taken() {
        return crowd.activeIn(StandInPermissions.licensedGroups());
    }

    @Override
    public void order(JsonNode order) {
        entrances.order(order);
        seats = order.path("seats").asInt(seats);
    }

    @Override
    public JsonNode show() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("seats", seats);
        shown.put("taken", taken());
        shown.put("pushes", seats == UNLIMITED || taken() <= seats ? "allowed" : "stopped");
        entrances.show(shown);
        return shown;
    }

    private record User(int getId, String name) implements ApplicationUser {}

    private final class License implements LicenseService {
        @Override
        public BitbucketServerLicense get() {
            int now = seats;
            return () -> now;
        }

        @Override
        public int getLicensedUsersCount() {
            return taken();
        }
    }
}
