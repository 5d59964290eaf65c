package org.scimsuite.core.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.connection.DeletePolicy;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.provision.Change.CreateUser;
import org.scimsuite.core.provision.Change.DeactivateUser;
import org.scimsuite.core.provision.Change.ReactivateUser;
import org.scimsuite.core.provision.Change.RemoveUser;
import org.scimsuite.core.provision.Change.RenameUser;
import org.scimsuite.core.provision.Change.StoreAttributes;
import org.scimsuite.core.provision.Change.UpdateUser;

/** The difference between what a directory holds and what it shall hold. Pure: the same question has the same answer. */
public final class UserPlanner {

    private UserPlanner() {}

    /**
     * What must be done so that the directory holds the desired profile. A user name that differs in case only is the same
     * name and stays as the directory spells it.
     */
    public static ChangePlan toReach(DirectoryUserProfile desired, Optional<DirectoryUserProfile> actual) {
        return actual.map(profile -> toChange(profile, desired))
                .orElseGet(() -> ChangePlan.of(new CreateUser(desired)));
    }

    /**
     * A plan to which the attributes that the directory keeps beside its fields are added, before anybody is let in by it.
     *
     * @param name of the user once everything before it was done
     * @param desired the values of all attributes that a mapping fills; none where there shall be no such attribute
     * @param actual the values of all attributes that there are
     */
    public static ChangePlan withAttributes(
            ChangePlan plan, String name, Map<String, Set<String>> desired, Map<String, Set<String>> actual) {
        Map<String, Set<String>> before = new HashMap<>();
        Map<String, Set<String>> after = new HashMap<>();
        desired.forEach((attribute, values) -> {
            Set<String> now = actual.getOrDefault(attribute, Set.of());
            if (!values.equals(now)) {
                before.put(attribute, now);
                after.put(attribute, values);
            }
        });
        if (after.isEmpty()) {
            return plan;
        }
        List<Change> changes = new ArrayList<>(plan.changes());
        boolean letsIn = !changes.isEmpty() && changes.get(changes.size() - 1) instanceof ReactivateUser;
        changes.add(letsIn ? changes.size() - 1 : changes.size(), new StoreAttributes(name, before, after));
        return new ChangePlan(changes);
    }

    /** What must be done when the provider deletes the person. */
    public static ChangePlan toDelete(DirectoryUserProfile actual, DeletePolicy policy) {
        return switch (policy) {
            case REMOVE -> ChangePlan.of(new RemoveUser(actual.name()));
            case DEACTIVATE -> actual.active().isActive() ? ChangePlan.of(new DeactivateUser(actual)) : ChangePlan.of();
        };
    }

    /** Access goes first and comes last: who leaves is out before anything else can fail, who returns gets in when all is right. */
    private static ChangePlan toChange(DirectoryUserProfile actual, DirectoryUserProfile desired) {
        List<Change> changes = new ArrayList<>();
        DirectoryUserProfile current = actual;
        if (current.active() == Activation.ACTIVE && desired.active() == Activation.INACTIVE) {
            changes.add(new DeactivateUser(current));
            current = current.withActive(Activation.INACTIVE);
        }
        if (!DirectoryUser.nameKey(current.name()).equals(DirectoryUser.nameKey(desired.name()))) {
            changes.add(new RenameUser(current.name(), desired.name()));
            current = current.withName(desired.name());
        }
        DirectoryUserProfile updated = desired.withName(current.name()).withActive(current.active());
        if (!updated.equals(current)) {
            changes.add(new UpdateUser(current, updated));
        }
        if (updated.active() == Activation.INACTIVE && desired.active() == Activation.ACTIVE) {
            changes.add(new ReactivateUser(updated));
        }
        return new ChangePlan(changes);
    }
}
