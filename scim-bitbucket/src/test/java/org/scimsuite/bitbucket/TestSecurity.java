package org.scimsuite.bitbucket;

import com.atlassian.bitbucket.permission.Permission;
import com.atlassian.bitbucket.user.EscalatedSecurityContext;
import com.atlassian.bitbucket.user.SecurityService;
import com.atlassian.bitbucket.util.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows with which permission a call is made. */
public final class TestSecurity implements SecurityService {

    /** The permission of the call that is under way. */
    public Optional<Permission> current = Optional.empty();

    /** Everything that was asked for. */
    public final List<Permission> asked = new ArrayList<>();

    @Override
    public EscalatedSecurityContext withPermission(Permission permission, String reason) {
        asked.add(permission);
        return new EscalatedSecurityContext() {
            @Override
            public <T, E extends Throwable> T call(Operation<T, E> operation) throws E {
                current = Optional.of(permission);
                try {
                    return operation.perform();
                } finally {
                    current = Optional.empty();
                }
            }
        };
    }
}
