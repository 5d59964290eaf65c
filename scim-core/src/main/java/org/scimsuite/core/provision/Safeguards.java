package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.message.Characters;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.Change.CreateUser;
import org.scimsuite.core.provision.Change.StoreAttributes;
import org.scimsuite.core.provision.Change.UpdateUser;

/** What a plan must pass before anything is written. */
final class Safeguards {

    /** The length that every product's user tables take, of each field. */
    private static final int MAX_LENGTH = 255;

    private static final DirectoryUserProfile NOTHING =
            new DirectoryUserProfile("", "", "", "", "", DirectoryUserProfile.Activation.INACTIVE);

    private Safeguards() {}

    /**
     * Checks a user name.
     *
     * @throws ScimException 400 invalidValue
     */
    static void checkName(String name) {
        nameProblem(name).ifPresent(problem -> {
            throw invalid("userName " + problem + ". Correct the mapping at the identity provider.");
        });
    }

    /** What is wrong with a name, as the end of a sentence about it. */
    private static Optional<String> nameProblem(String name) {
        if (name.isBlank()) {
            return Optional.of("must not be blank");
        }
        if (!name.equals(name.strip())) {
            return Optional.of("must not begin or end with a blank");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("must not be longer than " + MAX_LENGTH + " characters");
        }
        return name.chars().anyMatch(Character::isISOControl)
                ? Optional.of("must not hold control characters")
                : Optional.empty();
    }

    /** What is wrong with a name that somebody is about to get by a mapping, as the end of a sentence about it. */
    static Optional<String> newNameProblem(String name) {
        return nameProblem(name).or(() -> Optional.of("must not hold characters that look like others")
                .filter(problem -> !name.equals(Characters.prepared(name))));
    }

    /**
     * Checks the name of a group.
     *
     * @throws ScimException 400 invalidValue
     */
    static void checkGroupName(String name) {
        if (name.length() > MAX_LENGTH) {
            throw invalid("displayName is longer than " + MAX_LENGTH + " characters.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("displayName must not hold control characters.");
        }
    }

    /**
     * Checks a name that somebody is about to get: of two that look the same, only one can be given.
     *
     * @throws ScimException 400 invalidValue
     */
    static void checkNewName(String name) {
        if (!name.equals(Characters.prepared(name))) {
            throw invalid(
                    "userName holds full-width or half-width characters, or letters in parts such as a letter and its"
                            + " accent. Another name could look the same, so send the ordinary, composed characters (Unicode form"
                            + " NFC): correct the mapping at the identity provider.");
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
                throw notAllowed(directory, operation);
            }
        }
    }

    /** 403 for what a directory does not let anybody do. */
    static ScimException notAllowed(DirectoryInfo directory, DirectoryOperation operation) {
        return new ScimException(ScimError.of(
                403,
                "The directory \"" + directory.name() + "\" does not allow "
                        + operation.words()
                        + ". Ask the product's administrator to allow it for that directory, or to connect another"
                        + " one."));
    }

    /**
     * Checks that the directory has room for what is going to be written. Some directories say so themselves, as a refusal that
     * names no attribute, or as a failure that would be tried again for ever.
     *
     * @throws ScimException 400 invalidValue that names the attribute
     */
    static void checkLengths(ChangePlan plan) {
        for (Change change : plan.changes()) {
            if (change instanceof CreateUser create) {
                checkLengths(NOTHING, create.profile());
            } else if (change instanceof UpdateUser update) {
                checkLengths(update.before(), update.after());
            } else if (change instanceof StoreAttributes store) {
                checkLengths(store);
            }
        }
    }

    private static void checkLengths(StoreAttributes store) {
        store.after()
                .forEach((attribute, values) -> values.forEach(value -> checkLength(
                        "What the mapping makes for the directory's attribute \"" + attribute + "\"", "", value)));
    }

    /** What is there already has room; only what is new is checked. */
    private static void checkLengths(DirectoryUserProfile before, DirectoryUserProfile after) {
        checkLength("name.givenName", before.firstName(), after.firstName());
        checkLength("name.familyName", before.lastName(), after.lastName());
        checkLength("displayName, or the name that stands in for it,", before.displayName(), after.displayName());
        checkLength("The primary e-mail address", before.email(), after.email());
    }

    private static void checkLength(String attribute, String before, String after) {
        if (after.length() > MAX_LENGTH && !after.equals(before)) {
            throw invalid(attribute + " is longer than " + MAX_LENGTH
                    + " characters, which is all that the product's directory can hold. Shorten it at the identity"
                    + " provider.");
        }
    }

    private static ScimException invalid(String detail) {
        return ScimException.badRequest(ScimType.INVALID_VALUE, detail);
    }
}
