package org.scimsuite.core.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.AdminResult.NotFound;
import org.scimsuite.core.connection.ConnectionStore;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.ParkedMember;

/** Who was given as a member of a group and is not there yet. */
public final class ParkedMemberQueries {

    private static final int MAX_PAGE = 500;

    private final ConnectionStore connections;
    private final MembershipStore memberships;
    private final GroupRecordStore groups;

    public ParkedMemberQueries(ConnectionStore connections, MembershipStore memberships, GroupRecordStore groups) {
        this.connections = connections;
        this.memberships = memberships;
        this.groups = groups;
    }

    /**
     * A parked member.
     *
     * @param groupName empty when the group is being removed
     */
    public record Parked(ParkedMember member, String groupName) {}

    /**
     * One page.
     *
     * @param next what to ask the next page with; empty on the last one
     */
    public record ParkedPage(List<Parked> members, Optional<ParkedMember> next) {
        public ParkedPage {
            members = List.copyOf(members);
        }
    }

    /**
     * The next parked members of a connection.
     *
     * @param after only those behind this one; empty for the first page
     * @param limit at most so many; never more than 500
     */
    public AdminResult<ParkedPage> page(String connectionId, Optional<ParkedMember> after, int limit) {
        if (connections.find(connectionId).isEmpty()) {
            return new NotFound<>();
        }
        int bounded = Math.max(1, Math.min(MAX_PAGE, limit));
        List<ParkedMember> found = memberships.parked(connectionId, after, bounded);
        Map<String, String> names = new HashMap<>();
        if (!found.isEmpty()) {
            List<String> ids =
                    found.stream().map(ParkedMember::groupId).distinct().toList();
            for (GroupRecord group : groups.findByIds(connectionId, ids)) {
                names.put(group.scimId(), group.displayName());
            }
        }
        List<Parked> members = found.stream()
                .map(member -> new Parked(member, names.getOrDefault(member.groupId(), "")))
                .toList();
        return new Done<>(new ParkedPage(
                members, found.size() < bounded ? Optional.empty() : Optional.of(found.get(found.size() - 1))));
    }
}
