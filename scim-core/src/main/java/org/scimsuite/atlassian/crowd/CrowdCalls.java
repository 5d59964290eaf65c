package org.scimsuite.atlassian.crowd;

import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.GroupNotFoundException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.OperationFailedException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import com.atlassian.crowd.exception.UserAlreadyExistsException;
import com.atlassian.crowd.exception.UserNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scimsuite.core.directory.DirectoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls Crowd and says in our words what went wrong. */
public final class CrowdCalls {

    private static final Logger LOG = LoggerFactory.getLogger(CrowdCalls.class);

    /** A message that speaks of classes is not for an IdP admin. */
    private static final Pattern INTERNALS = Pattern.compile("Exception|\\b[a-z]+\\.[a-z]+\\.[A-Za-z.]+|\\bSQL\\b");

    private static final int LONGEST_REASON = 200;

    private CrowdCalls() {}

    /** A call of Crowd. */
    @FunctionalInterface
    public interface Call<T> {
        T run()
                throws DirectoryNotFoundException, UserNotFoundException, UserAlreadyExistsException,
                        InvalidUserException, InvalidCredentialException, DirectoryPermissionException,
                        OperationFailedException;
    }

    /** A call of Crowd that is about a group. */
    @FunctionalInterface
    interface GroupCall<T> {
        T run()
                throws DirectoryNotFoundException, UserNotFoundException, GroupNotFoundException, InvalidGroupException,
                        ReadOnlyGroupException, DirectoryPermissionException, OperationFailedException;
    }

    /** A read; "not found" is an answer, not a failure. */
    static <T> Optional<T> find(long directoryId, Call<T> call) {
        try {
            return Optional.ofNullable(call(directoryId, "", call));
        } catch (DirectoryException.UserNotFound absent) {
            return Optional.empty();
        }
    }

    /**
     * Any call.
     *
     * @param userName whom it is about; for the message
     */
    public static <T> T call(long directoryId, String userName, Call<T> call) {
        try {
            return call.run();
        } catch (UserNotFoundException e) {
            throw noUser(userName, e);
        } catch (UserAlreadyExistsException e) {
            throw nameTaken(userName, e);
        } catch (InvalidUserException e) {
            throw new DirectoryException.InvalidUser(
                    "The directory refuses the user \"" + userName + "\"" + reason(e), e);
        } catch (InvalidCredentialException e) {
            throw new DirectoryException.InvalidUser(
                    "The directory's password rules refuse the random password that a new user gets. "
                            + "Relax the rules of the directory.",
                    e);
        } catch (DirectoryPermissionException e) {
            throw notPermitted(e);
        } catch (DirectoryNotFoundException e) {
            throw noDirectory(directoryId, e);
        } catch (OperationFailedException e) {
            throw unavailable(e);
        } catch (DirectoryException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!userName.isEmpty() && isUniqueViolation(e)) {
                throw nameTaken(userName, e);
            }
            throw unavailable(e);
        }
    }

    /**
     * Any call about a group.
     *
     * @param groupName which one; for the message
     */
    static <T> T callForGroup(long directoryId, String groupName, GroupCall<T> call) {
        return call(directoryId, "", () -> {
            try {
                return call.run();
            } catch (GroupNotFoundException e) {
                throw noGroup(groupName, e);
            } catch (InvalidGroupException e) {
                throw invalidGroup(groupName, e);
            } catch (ReadOnlyGroupException e) {
                throw new DirectoryException.NotPermitted(
                        "The group \"" + groupName + "\" is read-only in its directory. Map to another group.", e);
            }
        });
    }

    public static DirectoryException noUser(String userName, Exception cause) {
        return new DirectoryException.UserNotFound(
                userName.isEmpty()
                        ? "The directory has no such user (any more)."
                        : "The directory has no user \"" + userName + "\" (any more).",
                cause);
    }

    public static DirectoryException noGroup(String groupName, Exception cause) {
        return new DirectoryException.GroupNotFound(
                "The directory has no group \"" + groupName + "\" (any more).", cause);
    }

    public static DirectoryException noDirectory(long directoryId, Exception cause) {
        return new DirectoryException.DirectoryGone(
                "The directory of this connection (number " + directoryId + ") does not exist any more.", cause);
    }

    public static DirectoryException notPermitted(Exception cause) {
        return new DirectoryException.NotPermitted(
                "The directory does not permit this change. "
                        + "Make it writable, or connect the provider to a writable directory.",
                cause);
    }

    public static DirectoryException invalidGroup(String groupName, Exception cause) {
        return new DirectoryException.InvalidGroup(
                "The directory refuses the group \"" + groupName + "\"" + reason(cause), cause);
    }

    public static DirectoryException groupExists(String groupName, Exception cause) {
        return new DirectoryException.GroupExists(
                "The directory already has a group \"" + groupName + "\" (names are compared without regard to case).",
                cause);
    }

    public static DirectoryException nameTaken(String userName, Exception cause) {
        return new DirectoryException.UserExists(
                "The directory already has a user \"" + userName + "\" (names are compared without regard to case).",
                cause);
    }

    /** Logged, because the message says only where to look. */
    public static DirectoryException unavailable(Exception cause) {
        LOG.warn("The user directory could not carry out an operation", cause);
        return new DirectoryException.Unavailable(
                "The user directory could not carry out the operation. Send the request again; "
                        + "the product's log has the cause.",
                cause);
    }

    /**
     * Two nodes that create the same user at the same time: the loser gets the database's refusal, in an exception class
     * of Spring that is compared by name so that the plugin does not link to it.
     */
    private static boolean isUniqueViolation(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("DataIntegrityViolationException")) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        if (message == null
                || message.isBlank()
                || message.length() > LONGEST_REASON
                || INTERNALS.matcher(message).find()) {
            return ". Check the name for characters that the product does not allow.";
        }
        return ": " + message;
    }
}
