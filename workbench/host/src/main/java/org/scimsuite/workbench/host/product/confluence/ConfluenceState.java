package org.scimsuite.workbench.host.product.confluence;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
import com.atlassian.confluence.security.SpacePermission;
import com.atlassian.confluence.security.SpacePermissionManager;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.license.LicenseHandler;
import com.atlassian.sal.api.license.MultiProductLicenseDetails;
import com.atlassian.sal.api.license.ProductLicense;
import com.atlassian.seraph.spi.rememberme.RememberMeTokenDao;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.product.Entrances;
import org.scimsuite.workbench.host.product.Product;
import org.scimsuite.workbench.host.product.ProductState;
import org.scimsuite.workbench.host.product.confluence.StandInAccounts.Access;

/**
 * Confluence's services beside the directories.
 *
 * <p>Orders: {@code {"seats": 3}} (-1: any number), {@code {"sessions": "ann"}}, {@code {"remembered": "ann"}}, {@code {"tokens": "ann"}},
 * {@code {"readOnly": true}}, {@code {"accounts": "OPEN"}} or {@code "ADMINISTRATORS"} (whom the user accessor works for), and
 * {@code {"userKey": "ann"}}. Shown are these, {@code taken} seats, the user key asked for, and the {@code calls} that the user accessor carried out.
 */
public final class ConfluenceState implements ProductState {

    private static final int UNLIMITED = -1;

    private final StandInCrowd crowd;
    private final StandInAccounts accounts;
    private final Entrances entrances = new Entrances("sessions", "remembered", "tokens");
    private volatile int seats = UNLIMITED;
    private volatile boolean readOnly;
    private volatile String asked = "";

    public ConfluenceState(StandInCrowd crowd) {
        this.crowd = crowd;
        this.accounts = new StandInAccounts(crowd);
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of(
                UserAccessor.class,
                accounts,
                AccessModeService.class,
                (AccessModeService) () -> readOnly,
                SpacePermissionManager.class,
                (SpacePermissionManager) ConfluenceState::permissions,
                LicenseHandler.class,
                (LicenseHandler) () -> List.of((MultiProductLicenseDetails) () -> Set.of(new License(seats))),
                RememberMeTokenDao.class,
                (RememberMeTokenDao) name -> entrances.end("remembered", name));
    }

    private static List<SpacePermission> permissions(String type) {
        return type.equals("USECONFLUENCE")
                ? List.of(
                        SpacePermission.standIn(Product.CONFLUENCE.users()),
                        SpacePermission.standIn(Product.CONFLUENCE.administrators()),
                        // a permission of a person, not of a group
                        SpacePermission.standIn(null))
                : List.of();
    }

    private record License(int seats) implements ProductLicense {
        @Override
        public boolean isUnlimitedNumberOfUsers() {
            return seats == UNLIMITED;
        }

        @Override
        public int getNumberOfUsers() {
            return seats;
        }
    }

    @Override
    public void order(JsonNode order) {
        entrances.order(order);
        seats = order.path("seats").asInt(seats);
        readOnly = order.path("readOnly").asBoolean(readOnly);
        asked = order.path("userKey").asText(asked);
        if (order.has("accounts")) {
            accounts.access(Access.valueOf(order.path("accounts").asText()));
        }
    }

    @Override
    public JsonNode show() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("seats", seats);
        shown.put("taken", accounts.countLicenseConsumingUsers());
        shown.put("readOnly", readOnly);
        entrances.show(shown);
        ObjectNode userKey = shown.putObject("userKey");
        crowd.effective(asked).ifPresent(row -> userKey.put(row.name(), StandInAccounts.key(row)));
        ArrayNode calls = shown.putArray("calls");
        accounts.calls().forEach(calls::add);
        return shown;
    }
}
