package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.store.UserRecordStore;

/** What to answer when two want the same. */
final class UserConflicts {

    private static final String TAKE_OVER =
            "To take over that user, look it up with the filter userName eq, then PUT or PATCH it.";

    private final UserRecordStore store;
    private final UserViews views;

    UserConflicts(UserRecordStore store, UserViews views) {
        this.store = store;
        this.views = views;
    }

    /** 409 uniqueness: the name in the directory is somebody else's. */
    ScimException taken(ProvisioningContext context, DesiredUser desired) {
        if (DirectoryUser.nameKey(desired.userName()).equals(desired.nameKey())) {
            return notUnique("There is already a user with the userName \"" + desired.name() + "\". " + TAKE_OVER);
        }
        Optional<String> holder = store.findByNameKey(context.connectionId(), desired.nameKey())
                .flatMap(record -> views.recorded(record).text("userName"));
        return notUnique("The userName rule of the mapping makes the name \"" + Excerpt.of(desired.name())
                + "\" for the user with the userName \"" + Excerpt.of(desired.userName()) + "\", and "
                + holder.map(
                                other -> "the user with the userName \"" + Excerpt.of(other)
                                        + "\" has that name already. Change one of the two at the identity provider, or the rule.")
                        .orElse("somebody in the directory has that name already. " + TAKE_OVER));
    }

    private static ScimException notUnique(String detail) {
        return new ScimException(ScimError.of(409, ScimType.UNIQUENESS, detail));
    }

    /** 503: another request has changed the record in between. */
    static ScimException stale() {
        return new ScimException(ScimError.unavailable(
                "The user was changed by another request at the same moment. Send this again.", 1));
    }
}
