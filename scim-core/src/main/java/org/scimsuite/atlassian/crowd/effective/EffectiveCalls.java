package org.scimsuite.atlassian.crowd.effective;

import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationNotPermittedException;
import com.atlassian.crowd.exception.runtime.GroupNotFoundException;
import com.atlassian.crowd.exception.runtime.UserNotFoundException;
import org.scimsuite.atlassian.crowd.CrowdCalls;

/** Calls the embedded API, which has a second family of exceptions, and says in our words what went wrong. */
final class EffectiveCalls {

    private EffectiveCalls() {}

    /** A call of the embedded API. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws CrowdException;
    }

    /** A call that gives nothing back. */
    @FunctionalInterface
    interface Action {
        void run() throws CrowdException;
    }

    /** @param userName whom it is about; for the message */
    static <T> T call(long directoryId, String userName, Call<T> call) {
        return CrowdCalls.call(directoryId, userName, () -> {
            try {
                return call.run();
            } catch (UserNotFoundException e) {
                throw CrowdCalls.noUser(userName, e);
            } catch (OperationNotPermittedException e) {
                throw CrowdCalls.notPermitted(e);
            } catch (InvalidUserException | InvalidCredentialException e) {
                throw e;
            } catch (CrowdException e) {
                throw CrowdCalls.unavailable(e);
            }
        });
    }

    static void run(long directoryId, String userName, Action action) {
        call(directoryId, userName, () -> {
            action.run();
            return Boolean.TRUE;
        });
    }

    /** @param groupName which one it is about; for the message */
    static <T> T callForGroup(long directoryId, String groupName, Call<T> call) {
        return call(directoryId, "", () -> {
            try {
                return call.run();
            } catch (GroupNotFoundException e) {
                throw CrowdCalls.noGroup(groupName, e);
            } catch (InvalidGroupException e) {
                throw CrowdCalls.invalidGroup(groupName, e);
            }
        });
    }
}
