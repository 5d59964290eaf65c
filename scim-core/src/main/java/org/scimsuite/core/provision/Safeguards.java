package org.scimsuite.core.provision;

import java.util.Locale;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;

/** What a plan must pass before anything is written. */
final class Safeguards {

    /** The length that every product's user tables take. */
    private static final int MAX_NAME_LENGTH = 255;

    private Safeguards() {}

    /**
     * Checks a user name.
     *
     * @throws ScimException 400 invalidValue
     */
    static void checkName(String name) {
        if (name.isBlank()) {
            throw invalid("userName must not be blank.");
        }
        if (!name.equals(name.strip())) {
            throw invalid("userName must not begin or end with a blank. Correct the mapping at the identity provider.");
        }
        if (name.length() > MAX_NAME_LENGTH) {
            throw invalid("userName is longer than " + MAX_NAME_LENGTH + " characters.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("userName must not hold control characters.");
        }
    }

    /**
     * Checks that the directory lets us do all of it, so that nothing is begun which cannot be ended.
     *
     * @throws ScimException 403
     */
    static void checkPermissions(ChangePlan plan, DirectoryInfo directory) {
        for (Change change : plan.changes()) {
            DirectoryOperation operation = change.operation();
            if (!directory.allows(operation)) {
                throw new ScimException(ScimError.of(
                        403,
                        "The directory \"" + directory.name() + "\" does not allow "
                                + operation.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + ". Ask the product's administrator to allow it for that directory, or to connect another"
                                + " one."));
            }
        }
    }

    private static ScimException invalid(String detail) {
        return ScimException.badRequest(ScimType.INVALID_VALUE, detail);
    }
}
