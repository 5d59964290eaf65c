package org.scimsuite.workbench.host.product.bitbucket;

import com.atlassian.bitbucket.permission.Permission;
import com.atlassian.bitbucket.user.EscalatedSecurityContext;
import com.atlassian.bitbucket.user.SecurityService;
import com.atlassian.bitbucket.util.Operation;
import java.util.EnumSet;
import java.util.Set;

/** Rights are those of the call that is under way on this thread; without one, there are none. */
final class StandInSecurity implements SecurityService {

    private final ThreadLocal<Set<Permission>> granted =
            ThreadLocal.withInitial(() -> EnumSet.noneOf(Permission.class));

    @Override
    public EscalatedSecurityContext withPermission(Permission permission, String reason) {
        return new EscalatedSecurityContext() {
            @Override
            public <T, E extends Throwable> T call(Operation<T, E> operation) throws E {
                Set<Permission> before = granted.get();
                Set<Permission> during = EnumSet.of(permission);
                during.addAll(before);
                granted.set(during);
                try {
                    return operation.perform();
                } finally {
                    granted.set(before);
                }
            }
        };
    }

    /** Refuses whoever is no administrator at this moment. */
    void requireAdmin() {
        if (!granted.get().contains(Permission.ADMIN) && !granted.get().contains(Permission.SYS_ADMIN)) {
            throw new IllegalStateException("You are not permitted to do this");
        }
    }
}
