package org.scimsuite.core.provision;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.patch.GroupEdit;
import org.scimsuite.core.patch.MemberDelta;
import org.scimsuite.core.patch.MemberDelta.Given;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.UserRecordStore;

/** Shows the members of groups, and finds out who it is that a client gives as a member. */
final class GroupMembers {

    private static final int PAGE = 500;

    private final MembershipStore memberships;
    private final UserRecordStore users;
    private final GroupRecordStore groups;
    private final Map<Kind, ResourceType> types;
    private final AttributeTable parts = GroupEdit.members().attribute().subAttributes();

    GroupMembers(
            MembershipStore memberships,
            UserRecordStore users,
            GroupRecordStore groups,
            ResourceType userType,
            ResourceType groupType) {
        this.memberships = memberships;
        this.users = users;
        this.groups = groups;
        this.types = Map.of(Kind.USER, userType, Kind.GROUP, groupType);
    }

    /** Passes all members that are shown, which are read page by page. */
    void each(ProvisioningContext context, String groupId, Consumer<ComplexValue> use) {
        new Pages(context.connectionId(), groupId).forEachRemaining(member -> use.accept(element(context, member)));
    }

    /** Writes all members that are shown as an attribute of the current object, while they are read page by page. */
    void write(JsonGenerator json, ProvisioningContext context, String groupId, Projection shown) throws IOException {
        new MemberWriter(context.baseUri(), types, shown).write(json, new Pages(context.connectionId(), groupId));
    }

    /** Those of the ids that are members and shown. */
    List<ComplexValue> some(ProvisioningContext context, String groupId, Collection<String> ids) {
        return memberships.findMembers(context.connectionId(), groupId, ids).stream()
                .filter(member -> !member.isParked())
                .map(member -> element(context, member))
                .toList();
    }

    private ComplexValue element(ProvisioningContext context, GroupMember member) {
        ComplexValue element = ComplexValue.empty(parts).with("value", AttributeValue.text(member.id()));
        ResourceType type = types.get(member.kind());
        if (type != null) {
            String location = context.baseUri() + type.endpoint() + "/" + member.id();
            element =
                    element.with("$ref", AttributeValue.text(location)).with("type", AttributeValue.text(type.name()));
        }
        return element.set(parts.indexOf("display"), member.display().map(AttributeValue::text));
    }

    /**
     * Finds out who the given members are.
     *
     * @throws ScimException 400 invalidValue for a group in itself, an id too long to be one, and, where that is not
     *     tolerated, for an id that is neither a user's nor a group's
     */
    List<GroupMember> resolve(ProvisioningContext context, String groupId, Collection<Given> given) {
        List<String> ids = given.stream().map(Given::id).toList();
        check(groupId, ids);
        Map<String, Kind> kinds = kinds(context, ids);
        List<GroupMember> members = new ArrayList<>();
        for (Given member : given) {
            Kind kind = kinds.getOrDefault(member.id(), Kind.UNKNOWN);
            if (kind == Kind.UNKNOWN && !context.notes().tolerates(Tolerance.UNKNOWN_MEMBER)) {
                throw invalid("There is no user and no group with the id \"" + Excerpt.of(member.id())
                        + "\". Create it first, or leave it out.");
            }
            members.add(new GroupMember(member.id(), kind, member.display().map(GroupMembers::cut)));
        }
        return members;
    }

    /** Those of the ids that are neither a user's nor a group's. */
    List<String> unknown(ProvisioningContext context, Collection<String> ids) {
        Map<String, Kind> kinds = kinds(context, ids);
        return ids.stream().filter(id -> !kinds.containsKey(id)).toList();
    }

    /** The ids of those who were somebody when they were added, and are nobody now. */
    List<String> gone(ProvisioningContext context, Collection<GroupMember> added) {
        List<String> ids = added.stream()
                .filter(member -> !member.isParked())
                .map(GroupMember::id)
                .toList();
        Map<String, Kind> kinds = kinds(context, ids);
        return ids.stream().filter(id -> !kinds.containsKey(id)).toList();
    }

    /** What the ids are of; those of nobody are left out. A deletion that is not carried out yet may still be taken back. */
    private Map<String, Kind> kinds(ProvisioningContext context, Collection<String> ids) {
        Map<String, Kind> kinds = new HashMap<>();
        if (ids.isEmpty()) {
            return kinds;
        }
        users.findByIds(context.connectionId(), ids).stream()
                .filter(record -> !record.isDeleted() || record.isPending())
                .forEach(record -> kinds.put(record.scimId(), Kind.USER));
        List<String> others = ids.stream().filter(id -> !kinds.containsKey(id)).toList();
        if (!others.isEmpty()) {
            groups.findByIds(context.connectionId(), others).forEach(record -> kinds.put(record.scimId(), Kind.GROUP));
        }
        return kinds;
    }

    private static void check(String groupId, List<String> ids) {
        for (String id : ids) {
            if (id.equals(groupId)) {
                throw invalid("A group cannot be a member of itself.");
            }
            if (id.length() > GroupMember.MAX_LENGTH) {
                throw invalid("The value of a member is longer than " + GroupMember.MAX_LENGTH
                        + " characters, so it is no id of a user or group.");
            }
        }
    }

    private static String cut(String display) {
        if (display.length() <= GroupMember.MAX_LENGTH) {
            return display;
        }
        int end = GroupMember.MAX_LENGTH;
        return display.substring(0, Character.isHighSurrogate(display.charAt(end - 1)) ? end - 1 : end);
    }

    private static ScimException invalid(String detail) {
        return ScimException.badRequest(ScimType.INVALID_VALUE, detail);
    }

    /** Takes the steps of a PATCH together; members are read only for those that select them by more than the id. */
    MemberDelta fold(ProvisioningContext context, String groupId, List<GroupEdit.MemberStep> steps) {
        MemberDelta delta = MemberDelta.NONE;
        for (GroupEdit.MemberStep step : steps) {
            if (step instanceof GroupEdit.MemberStep.ByDelta byDelta) {
                delta = delta.then(byDelta.delta());
            } else if (step instanceof GroupEdit.MemberStep.RemoveMatching matching) {
                delta = delta.then(MemberDelta.without(matching(context, groupId, matching, delta)));
            }
        }
        return delta;
    }

    private List<String> matching(
            ProvisioningContext context, String groupId, GroupEdit.MemberStep.RemoveMatching step, MemberDelta before) {
        List<String> ids = new ArrayList<>();
        if (before.base() == MemberDelta.Base.PRESENT) {
            each(context, groupId, element -> {
                if (step.filter().matches(element)) {
                    ids.add(element.text("value").orElseThrow());
                }
            });
        }
        resolve(context, groupId, before.added().values()).stream()
                .filter(member -> step.filter().matches(element(context, member)))
                .forEach(member -> ids.add(member.id()));
        return ids;
    }

    /** Those that are shown, page after page. */
    private final class Pages implements Iterator<GroupMember> {

        private final String connectionId;
        private final String groupId;
        private Iterator<GroupMember> page = Collections.emptyIterator();
        private Optional<String> last = Optional.empty();
        private boolean ended;

        Pages(String connectionId, String groupId) {
            this.connectionId = connectionId;
            this.groupId = groupId;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !ended) {
                List<GroupMember> next = memberships.members(connectionId, groupId, last, PAGE);
                ended = next.size() < PAGE;
                if (!next.isEmpty()) {
                    last = Optional.of(next.get(next.size() - 1).id());
                }
                page = next.stream().filter(member -> !member.isParked()).iterator();
            }
            return page.hasNext();
        }

        @Override
        public GroupMember next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
