package org.scimsuite.core.provision;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.MemberDelta;
import org.scimsuite.core.store.Alongside;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.UserRecord;

/**
 * Lets parked members arrive: who was given as a member, by an id of the provider's own, before the person or group was
 * there. Some providers push groups first.
 */
final class ParkedMembers {

    private final MembershipStore memberships;
    private final GroupRecordStore groups;
    private final MemberAliases aliases;

    ParkedMembers(MembershipStore memberships, GroupRecordStore groups, MemberAliases aliases) {
        this.memberships = memberships;
        this.groups = groups;
        this.aliases = aliases;
    }

    /** The arrival of a person, in the transaction that records who it is; the ids of two people stay parked. */
    Alongside arriving(UserRecord user) {
        if (user.isDeleted()) {
            return Alongside.NOTHING;
        }
        Set<String> ids = new HashSet<>(List.of(user.nameKey(), user.directoryName()));
        user.externalId().ifPresent(ids::add);
        return new Arrival(user.connectionId(), ids, MemberAliases.member(user), user.lastModified());
    }

    /** The arrival of a group, in the transaction that records it; an id that may be somebody else's stays parked. */
    Alongside arriving(GroupRecord group) {
        GroupMember member = new GroupMember(group.scimId(), Kind.GROUP, Optional.empty());
        return group.externalId()
                .<Alongside>map(id -> new Arrival(group.connectionId(), Set.of(id), member, group.lastModified()))
                .orElse(Alongside.NOTHING);
    }

    /**
     * A delta in which those who were given by another id are called by ours.
     *
     * @param present ids of members: they are meant as they are
     * @throws ScimException 400 invalidValue when one is to be added by another id and that is not tolerated
     */
    MemberDelta known(ProvisioningContext context, GroupMembers members, MemberDelta delta, Set<String> present) {
        Set<String> named = new HashSet<>(delta.added().keySet());
        named.addAll(delta.removed());
        named.removeAll(present);
        List<String> unknown = members.unknown(context, named);
        if (unknown.isEmpty()) {
            return delta;
        }
        Map<String, GroupMember> found = aliases.find(context.connectionId(), unknown);
        if (found.isEmpty()) {
            return delta;
        }
        if (!context.notes().tolerates(Tolerance.MEMBER_BY_OTHER_ID)) {
            delta.added().keySet().stream()
                    .filter(found::containsKey)
                    .findFirst()
                    .ifPresent(ParkedMembers::refuse);
            return delta;
        }
        return delta.renamed(
                id -> Optional.ofNullable(found.get(id)).map(GroupMember::id).orElse(id));
    }

    private static void refuse(String id) {
        throw ScimException.badRequest(
                ScimType.INVALID_VALUE,
                "\"" + Excerpt.of(id)
                        + "\" is the externalId or userName of a user or group. Give its \"id\" as the value of the member.");
    }

    /** Behind the write of a group: who was recorded at that very moment did not see that it was waited for. */
    void lookAgain(String connectionId, Collection<GroupMember> added, Instant now) {
        List<String> parked = added.stream()
                .filter(GroupMember::isParked)
                .map(GroupMember::id)
                .toList();
        if (!parked.isEmpty()) {
            aliases.find(connectionId, parked)
                    .forEach((id, member) -> groups.arrive(connectionId, List.of(id), member, now));
        }
    }

    private final class Arrival implements Alongside {

        private final String connectionId;
        private final Collection<String> ids;
        private final GroupMember member;
        private final Instant now;

        Arrival(String connectionId, Collection<String> ids, GroupMember member, Instant now) {
            this.connectionId = connectionId;
            this.ids = ids;
            this.member = member;
            this.now = now;
        }

        @Override
        public void write() {
            List<String> parked = memberships.findParked(connectionId, ids).stream()
                    .map(Membership::memberId)
                    .distinct()
                    .toList();
            if (parked.isEmpty()) {
                return;
            }
            Map<String, GroupMember> owners = aliases.find(connectionId, parked, Optional.of(member));
            List<String> own =
                    parked.stream().filter(id -> member.equals(owners.get(id))).toList();
            if (!own.isEmpty()) {
                groups.arrive(connectionId, own, member, now);
            }
        }

        @Override
        public void committed() {
            // whoever parks an id at this moment looks again behind its own transaction
        }
    }
}
