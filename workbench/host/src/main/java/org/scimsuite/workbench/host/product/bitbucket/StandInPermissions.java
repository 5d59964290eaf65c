package org.scimsuite.workbench.host.product.bitbucket;

import com.atlassian.bitbucket.permission.Permission;
import com.atlassian.bitbucket.permission.PermissionAdminService;
import com.atlassian.bitbucket.permission.PermittedGroup;
import com.atlassian.bitbucket.util.Page;
import com.atlassian.bitbucket.util.PageRequest;
import com.atlassian.bitbucket.util.PageRequestImpl;
import java.util.List;
import org.scimsuite.workbench.host.product.Product;

/** The groups with a global permission; a page is shorter than what was asked for, as a product may make it. */
final class StandInPermissions implements PermissionAdminService {

    private static final List<PermittedGroup> GROUPS = List.of(
            new Granted(Product.BITBUCKET.users(), Permission.LICENSED_USER),
            new Granted(Product.BITBUCKET.administrators(), Permission.SYS_ADMIN));

    private final StandInSecurity security;

    StandInPermissions(StandInSecurity security) {
        this.security = security;
    }

    static List<String> licensedGroups() {
        return GROUPS.stream().map(PermittedGroup::getGroup).toList();
    }

    @Override
    public Page<PermittedGroup> findGroupsWithGlobalPermission(String filter, PageRequest pageRequest) {
        security.requireAdmin();
        int start = pageRequest.getStart();
        return new OneByOne(GROUPS.subList(start, start + 1), start + 1);
    }

    private record Granted(String getGroup, Permission getPermission) implements PermittedGroup {}

    private record OneByOne(List<PermittedGroup> getValues, int next) implements Page<PermittedGroup> {
        @Override
        public boolean getIsLastPage() {
            return next == GROUPS.size();
        }

        @Override
        public PageRequest getNextPageRequest() {
            return getIsLastPage() ? null : new PageRequestImpl(next, 1);
        }
    }
}
