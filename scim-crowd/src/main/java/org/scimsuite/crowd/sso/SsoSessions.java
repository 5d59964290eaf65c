package org.scimsuite.crowd.sso;

import com.atlassian.crowd.exception.ApplicationNotFoundException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.authentication.TokenAuthenticationManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.atlassian.crowd.Namesakes;
import org.scimsuite.atlassian.wiring.HostServices;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.product.Leaver;
import org.scimsuite.core.product.LeaverStep;
import org.scimsuite.core.product.LeaverStep.Outcome;
import org.scimsuite.core.product.LeaverTasks.Task;
import org.scimsuite.crowd.applications.CrowdApplications;
import org.scimsuite.crowd.applications.CrowdApplications.Sight;

/**
 * Ends a leaver's sessions of single sign-on, in every application that means the leaver by that name. An application that has somebody of
 * the same name in an earlier directory means that person, who stays.
 *
 * <p>How far proven: that there is such a method by Crowd's javadoc 2.8, its parameters from memory; the self-check compares them.
 */
public final class SsoSessions {

    /** For the leaver's record, where this cannot be done. */
    public static final String NOT_OFFERED =
            "Sessions of single sign-on are not ended: this version of Crowd lets no plugin do that. "
                    + "An administrator ends them under Current sessions.";

    private final HostServices services;
    private final CrowdApplications applications;

    private SsoSessions(HostServices services, CrowdApplications applications) {
        this.services = services;
        this.applications = applications;
    }

    public static Task task(HostServices services, CrowdApplications applications) {
        return new Task("Sessions of single sign-on could not be ended.", new SsoSessions(services, applications)::end);
    }

    private LeaverStep end(Leaver leaver) {
        Optional<TokenAuthenticationManager> sessions = services.find(TokenAuthenticationManager.class);
        if (sessions.isEmpty()) {
            return new LeaverStep(Outcome.NOT_OFFERED, NOT_OFFERED);
        }
        List<String> ended = new ArrayList<>();
        Optional<RuntimeException> failure = Optional.empty();
        for (Sight sight : applications.sightsOf(leaver.user().directoryId())) {
            try {
                if (means(sight, leaver.user()) && end(sessions.get(), sight, leaver.user())) {
                    ended.add(sight.application());
                }
            } catch (RuntimeException e) {
                // the sessions of the other applications end nevertheless
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return ended.isEmpty()
                ? new LeaverStep(
                        Outcome.NOTHING_TO_DO,
                        "No application knows the person: there are no sessions of single sign-on.")
                : new LeaverStep(
                        Outcome.DONE, "Sessions of single sign-on were ended for " + String.join(", ", ended) + ".");
    }

    private static boolean end(TokenAuthenticationManager sessions, Sight sight, DirectoryUser user) {
        try {
            sessions.invalidateTokensForUser(user.name(), null, sight.application());
            return true;
        } catch (UserNotFoundException | ApplicationNotFoundException unknown) {
            return false;
        }
    }

    private boolean means(Sight sight, DirectoryUser user) {
        return new Namesakes(services::find).in(sight.earlier(), user.name()).isEmpty();
    }
}
