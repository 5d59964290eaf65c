package org.scimsuite.atlassian.wiring;

import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.List;
import java.util.function.Supplier;
import org.scimsuite.atlassian.crowd.EmbeddedCrowdDirectory;
import org.scimsuite.atlassian.crowd.EmbeddedCrowdDirectory.Administrators;
import org.scimsuite.atlassian.crowd.effective.EffectiveUserDirectory;
import org.scimsuite.atlassian.selfcheck.SelfCheckReport;
import org.scimsuite.core.directory.ForwardingUserDirectory;
import org.scimsuite.core.directory.UserDirectoryPort;

/**
 * Which way leads to the product's user directories: the service that knows each of them, else the one that sees all as one, else none.
 * Decided anew for each call, because a service may come after the plugin.
 */
final class DirectoryAccess {

    private static final String EFFECTIVE = "effective";
    private static final String NONE = "The product offers the SCIM plugin no way to its user directories "
            + "(neither DirectoryManager, nor CrowdService with CrowdDirectoryService).";

    private final HostServices services;
    private final SelfCheckReport selfCheck;

    DirectoryAccess(HostServices services, SelfCheckReport selfCheck) {
        this.services = services;
        this.selfCheck = selfCheck;
    }

    /** A way to the directories. */
    enum Way {
        /** Each directory is within reach. */
        DIRECTORY_MANAGER,
        /** Only what all directories look like together; what is lost by that is said. */
        CROWD_SERVICE,
        NO_WAY
    }

    Way way() {
        if (services.find(DirectoryManager.class).isPresent()) {
            return Way.DIRECTORY_MANAGER;
        }
        return selfCheck.fits(EFFECTIVE) && EffectiveUserDirectory.isOffered(services::find)
                ? Way.CROWD_SERVICE
                : Way.NO_WAY;
    }

    /** What an administrator should know about the way: sentences, none when nothing is lacking. */
    List<String> remarks() {
        return switch (way()) {
            case DIRECTORY_MANAGER -> List.of();
            case CROWD_SERVICE ->
                List.of(
                        "The product offers the SCIM plugin no access to single user directories (no DirectoryManager). "
                                + "It works through the product's view of all of them as one (CrowdService).",
                        "Only the first directory in which the product can create users can be connected; "
                                + "the list of directories says what else is lost.");
            case NO_WAY -> List.of(NONE + " SCIM is not served.");
        };
    }

    UserDirectoryPort directory(Administrators administrators) {
        UserDirectoryPort each =
                new EmbeddedCrowdDirectory(() -> services.require(DirectoryManager.class), administrators);
        UserDirectoryPort effective = selfCheck.fits(EFFECTIVE)
                ? new EffectiveUserDirectory(services::find, administrators)
                : new UnfitProductDirectory(NONE);
        UserDirectoryPort none = new UnfitProductDirectory(NONE + " Its status page says so too.");
        return new Chosen(() -> switch (way()) {
            case DIRECTORY_MANAGER -> each;
            case CROWD_SERVICE -> effective;
            case NO_WAY -> none;
        });
    }

    private static final class Chosen extends ForwardingUserDirectory {
        Chosen(Supplier<UserDirectoryPort> directory) {
            super(directory);
        }
    }
}
