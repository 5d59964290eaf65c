package org.scimsuite.core.provision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.GroupRule.Missing;
import org.scimsuite.core.mapping.LocalTarget;
import org.scimsuite.core.mapping.Protection.Administrators;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.provision.Change.DeactivateUser;
import org.scimsuite.core.provision.Change.RemoveUser;
import org.scimsuite.core.provision.Change.RenameUser;

/** Keeps provisioning away from people and groups that the mapping protects, and from what the directory does not allow. */
final class Protections {

    private final UserDirectoryPort directory;
    private final MappingSource mappings;

    Protections(UserDirectoryPort directory, MappingSource mappings) {
        this.directory = directory;
        this.mappings = mappings;
    }

    /**
     * Checks that nobody who is protected is renamed, deactivated or removed. Costs nothing for plans that do no such thing.
     *
     * @throws ScimException 403 that says who protects the person
     */
    void checkPeople(ProvisioningContext context, ChangePlan plan) {
        for (Change change : plan.changes()) {
            if (change instanceof RenameUser rename) {
                checkPerson(context, rename.oldName(), "renamed");
            } else if (change instanceof DeactivateUser deactivate) {
                checkPerson(context, deactivate.user().name(), "deactivated");
            } else if (change instanceof RemoveUser remove) {
                checkPerson(context, remove.name(), "removed");
            }
        }
    }

    private void checkPerson(ProvisioningContext context, String name, String done) {
        protector(context, name).ifPresent(because -> {
            throw new ScimException(ScimError.of(
                    403,
                    "The user \"" + name + "\" is protected and is not " + done + " by provisioning: " + because
                            + " Take the user out of the assignment at the identity provider, or ask the product's"
                            + " administrator to end the protection."));
        });
    }

    private Optional<String> protector(ProvisioningContext context, String name) {
        CompiledMapping mapping = mappings.current(context.connectionId());
        if (mapping.isProtectedUser(name)) {
            return Optional.of("the mapping of this connection names the user as protected.");
        }
        if (mapping.mapping().groups().protection().administrators() == Administrators.PROTECTED
                && directory.isAdministrator(context.directoryId(), name)) {
            return Optional.of("the user is an administrator of the product.");
        }
        if (mapping.mapping().groups().protection().groups().isEmpty()) {
            return Optional.empty();
        }
        return directory.groupsOfUser(context.directoryId(), name).stream()
                .filter(group -> mapping.isProtectedGroup(group, List.of()))
                .findFirst()
                .map(group -> "the user is a member of the protected group \"" + group + "\".");
    }

    /**
     * Checks that the members of a group of the provider may be put into these local groups.
     *
     * @throws ScimException 403 for a protected group, or for what the directory does not allow
     */
    void checkTargets(ProvisioningContext context, String groupName, List<LocalTarget> targets) {
        if (targets.isEmpty()) {
            return;
        }
        CompiledMapping mapping = mappings.current(context.connectionId());
        Collection<String> administrators = directory.administratorGroups(context.directoryId());
        for (LocalTarget target : targets) {
            if (mapping.isProtectedGroup(target.group(), administrators)) {
                throw new ScimException(ScimError.of(
                        403,
                        "The group \"" + groupName + "\" is mapped to the local group \"" + target.group()
                                + "\" by the rule \"" + target.rule()
                                + "\", and that group is protected: provisioning changes nobody in it. Nothing was"
                                + " changed. Do not assign this group, or ask the product's administrator to change the"
                                + " mapping."));
            }
        }
        Optional<DirectoryInfo> info = directory.directory(context.directoryId());
        info.ifPresent(known -> checkAllowed(context, known, targets));
    }

    private void checkAllowed(ProvisioningContext context, DirectoryInfo info, List<LocalTarget> targets) {
        require(info, DirectoryOperation.UPDATE_GROUP);
        if (!info.allows(DirectoryOperation.CREATE_GROUP)) {
            targets.stream()
                    .filter(target -> target.missing() == Missing.CREATE
                            && directory
                                    .findGroupByName(context.directoryId(), target.group())
                                    .isEmpty())
                    .findFirst()
                    .ifPresent(target -> require(info, DirectoryOperation.CREATE_GROUP));
        }
    }

    private static void require(DirectoryInfo info, DirectoryOperation operation) {
        if (!info.allows(operation)) {
            throw Safeguards.notAllowed(info, operation);
        }
    }
}
