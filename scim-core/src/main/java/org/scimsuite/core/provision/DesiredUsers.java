package org.scimsuite.core.provision;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.UserNames;
import org.scimsuite.core.mapping.UserProjection;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.UserRecord;

/** Makes of what a provider says, by the mapping of its connection, what somebody shall be; and what must be done for it. */
final class DesiredUsers {

    private final MappingSource mappings;
    private final UserDirectoryPort directory;
    private final UserViews views;

    DesiredUsers(MappingSource mappings, UserDirectoryPort directory, UserViews views) {
        this.mappings = mappings;
        this.directory = directory;
        this.views = views;
    }

    /**
     * Somebody new.
     *
     * @throws ScimException 400 invalidValue for a name that cannot be used, or when what it is made from is missing
     */
    DesiredUser created(ProvisioningContext context, ScimResource wanted) {
        UserProjection projection = projection(context);
        String userName = wanted.text("userName").orElse("");
        Safeguards.checkName(userName);
        Safeguards.checkNewName(userName);
        DesiredUser desired = desired(projection, wanted, name(projection.names(), wanted));
        checkMadeName(projection.names(), desired);
        return desired;
    }

    /**
     * Somebody who is there. Who has never been written by the provider, or only without what the mapping makes names from, keeps the
     * name in the directory until that is written.
     *
     * @param edited made from what was shown of the user
     * @throws ScimException 400 invalidValue, as for somebody new
     */
    DesiredUser changed(ProvisioningContext context, ProvisionedUser current, ScimResource edited) {
        UserProjection projection = projection(context);
        UserNames names = projection.names();
        String userName = edited.text("userName").orElse("");
        Safeguards.checkName(userName);
        if (!isSameName(userName, current.resource().text("userName").orElse(""))) {
            Safeguards.checkNewName(userName);
        }
        if (projection.isPlain()) {
            return desired(projection, edited, names.from(userName));
        }
        ScimResource recorded = views.recorded(current.record());
        ScimResource wanted = projection.withoutRepetitions(recorded, current.resource(), edited);
        if (leavesName(names, recorded, current.resource(), wanted)) {
            return desired(
                    projection,
                    names.withSourceOf(recorded, wanted),
                    current.user().name());
        }
        DesiredUser desired = desired(projection, wanted, name(names, wanted));
        if (!desired.nameKey().equals(current.user().nameKey())) {
            checkMadeName(names, desired);
        }
        return desired;
    }

    /** Whether nothing is known that a name could be made from: neither was it sent before, nor is it now. */
    private static boolean leavesName(UserNames names, ScimResource recorded, ScimResource shown, ScimResource wanted) {
        Optional<String> source = names.source(wanted);
        boolean sameAsShown = source.equals(names.source(shown));
        return names.areFromUserName()
                ? sameAsShown && names.source(recorded).isEmpty() && !names.areUserNames()
                : sameAsShown && source.isEmpty();
    }

    /** Somebody as recorded. The name is the one that the record stands for, whatever the mapping has become since. */
    DesiredUser recorded(ProvisioningContext context, UserRecord record) {
        UserProjection projection = projection(context);
        ScimResource recorded = views.recorded(record);
        String name = projection
                .names()
                .of(recorded)
                .filter(made -> DirectoryUser.nameKey(made).equals(record.nameKey()))
                .orElseGet(() -> DirectoryUser.nameKey(record.directoryName()).equals(record.nameKey())
                        ? record.directoryName()
                        : record.nameKey());
        return desired(projection, recorded, name);
    }

    /** What must be done so that the directory holds what it shall hold. */
    ChangePlan plan(ProvisioningContext context, DesiredUser desired, Optional<DirectoryUser> actual) {
        ChangePlan plan = UserPlanner.toReach(desired.profile(), actual.map(DirectoryUser::profile));
        if (desired.attributes().isEmpty()) {
            return plan;
        }
        Map<String, Set<String>> present = actual.map(
                        user -> directory.userAttributes(context.directoryId(), user.name()))
                .orElse(Map.of());
        return UserPlanner.withAttributes(plan, nameAfter(desired, actual), desired.attributes(), present);
    }

    /** A name that differs in case only stays as the directory spells it. */
    private static String nameAfter(DesiredUser desired, Optional<DirectoryUser> actual) {
        return actual.map(DirectoryUser::name)
                .filter(name -> isSameName(name, desired.name()))
                .orElse(desired.name());
    }

    /** How the directory's values of the connection's people are made. */
    UserProjection projection(ProvisioningContext context) {
        return mappings.current(context.connectionId()).users();
    }

    private static DesiredUser desired(UserProjection projection, ScimResource resource, String name) {
        DirectoryUserProfile profile = projection.profile(resource).withName(name);
        return new DesiredUser(resource, profile, projection.attributes(resource));
    }

    private static String name(UserNames names, ScimResource wanted) {
        return names.of(wanted)
                .orElseThrow(() -> invalid("The mapping makes the user's name in the directory from "
                        + names.sourcePath()
                        + ", and this user has no such value. Send it, or choose another attribute in the"
                        + " mapping."));
    }

    /**
     * Checks a name that somebody is about to get by the mapping.
     *
     * @throws ScimException 400 invalidValue
     */
    static void checkMadeName(UserNames names, DesiredUser desired) {
        String made = desired.name();
        if (!made.equals(desired.userName())) {
            Safeguards.newNameProblem(made).ifPresent(problem -> {
                throw invalid("The mapping makes the name \"" + Excerpt.of(made) + "\" of " + names.sourcePath() + " \""
                        + Excerpt.of(names.source(desired.resource()).orElse("")) + "\", and a user name " + problem
                        + ". Correct the value at the identity provider, or the mapping.");
            });
        }
    }

    private static boolean isSameName(String one, String other) {
        return DirectoryUser.nameKey(one).equals(DirectoryUser.nameKey(other));
    }

    private static ScimException invalid(String detail) {
        return ScimException.badRequest(ScimType.INVALID_VALUE, detail);
    }
}
