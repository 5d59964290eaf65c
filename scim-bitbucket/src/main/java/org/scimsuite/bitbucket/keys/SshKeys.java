package org.scimsuite.bitbucket.keys;

import com.atlassian.bitbucket.permission.Permission;
import com.atlassian.bitbucket.ssh.SshKeyService;
import com.atlassian.bitbucket.user.ApplicationUser;
import com.atlassian.bitbucket.user.SecurityService;
import com.atlassian.bitbucket.user.UserService;
import java.util.Optional;
import org.scimsuite.atlassian.crowd.Namesakes;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.product.LeaverTasks.Task;

/**
 * Removes a leaver's SSH keys. Keys that a repository or project holds are not a person's and stay.
 *
 * <p>How far proven: the service by open-source plugins, its method and that of the users from memory; the self-check compares both.
 */
public final class SshKeys {

    /** For the leaver's record, where this cannot be done. */
    public static final String NOT_OFFERED =
            "SSH keys are not removed: this version of Bitbucket lets no plugin do that. "
                    + "An administrator removes them on the person's page, under SSH keys.";

    private static final String REASON = "SCIM: removes the SSH keys of somebody who was deactivated";

    private final HostServices services;

    private SshKeys(HostServices services) {
        this.services = services;
    }

    public static Task task(HostServices services) {
        return new Task("SSH keys could not be removed.", new SshKeys(services)::end);
    }

    private LeaverStep end(Leaver leaver) {
        Optional<SshKeyService> keys = services.find(SshKeyService.class);
        if (keys.isEmpty()) {
            return new LeaverStep(Outcome.NOT_OFFERED, NOT_OFFERED);
        }
        if (new Namesakes(services::find)
                .before(leaver.user())
                .filter(DirectoryUser::isActive)
                .isPresent()) {
            return new LeaverStep(
                    Outcome.NOTHING_TO_DO,
                    "SSH keys stay: by this name Bitbucket means an active person of an earlier directory.");
        }
        // the keys of others are an administrator's to remove
        return services.require(SecurityService.class)
                .withPermission(Permission.ADMIN, REASON)
                .call(() -> removed(keys.get(), leaver));
    }

    private LeaverStep removed(SshKeyService keys, Leaver leaver) {
        // asked for whoever is inactive too, as the leaver is by now
        Optional<ApplicationUser> user = Optional.ofNullable(
                services.require(UserService.class).getUserByName(leaver.user().name(), true));
        user.ifPresent(keys::removeAllForUser);
        return user.isPresent()
                ? new LeaverStep(Outcome.DONE, "SSH keys were removed.")
                : new LeaverStep(
                        Outcome.NOTHING_TO_DO, "Bitbucket does not know the person yet: there are no SSH keys.");
    }
}
