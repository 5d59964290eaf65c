package org.scimsuite.atlassian.parts.remembered;

import com.atlassian.seraph.spi.rememberme.RememberMeTokenDao;
import java.util.Optional;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.product.LeaverTasks.Task;

/**
 * Forgets the browsers that keep a person logged in.
 *
 * <p>How far proven: not at all. The interface is that of Seraph, the library that logs people in to Jira and Confluence; whether a plugin
 * can get at the product's implementation is open. The self-check compares the signature, and where the service is missing the leaver's record says so.
 */
public final class RememberedLogins {

    private static final String NOT_OFFERED = "Browsers that were told to remember the person are not forgotten: "
            + "this version of the product lets no plugin do that.";

    private final HostServices services;

    private RememberedLogins(HostServices services) {
        this.services = services;
    }

    /** Forgets them by the product's own store. */
    public static Task task(HostServices services) {
        return new Task(
                "Browsers that were told to remember the person could not be forgotten.",
                new RememberedLogins(services)::end);
    }

    private LeaverStep end(Leaver leaver) {
        Optional<RememberMeTokenDao> tokens = services.find(RememberMeTokenDao.class);
        tokens.ifPresent(found -> found.removeAllForUser(leaver.user().name()));
        return tokens.isPresent()
                ? new LeaverStep(Outcome.DONE, "Browsers that were told to remember the person are forgotten.")
                : new LeaverStep(Outcome.NOT_OFFERED, NOT_OFFERED);
    }
}
