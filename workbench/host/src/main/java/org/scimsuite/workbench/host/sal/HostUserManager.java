package org.scimsuite.workbench.host.sal;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.web.CurrentUser;

/** Who is logged in, and who is a system admin. The stand-in's user keys are user names. */
public final class HostUserManager implements UserManager {

    private final StandInCrowd crowd;

    public HostUserManager(StandInCrowd crowd) {
        this.crowd = crowd;
    }

    @Override
    public UserKey getRemoteUserKey() {
        return CurrentUser.name().map(UserKey::new).orElse(null);
    }

    @Override
    public UserProfile getRemoteUser() {
        return CurrentUser.name().map(Profile::new).orElse(null);
    }

    @Override
    public UserProfile getUserProfile(String username) {
        return crowd.find(username).map(Profile::new).orElse(null);
    }

    /** As much of a person as the stand-in tells. */
    private record Profile(String username) implements UserProfile {
        @Override
        public UserKey getUserKey() {
            return new UserKey(username);
        }

        @Override
        public String getUsername() {
            return username;
        }
    }

    @Override
    public boolean isSystemAdmin(UserKey userKey) {
        return userKey != null && crowd.isSystemAdmin(userKey.getStringValue());
    }
}
