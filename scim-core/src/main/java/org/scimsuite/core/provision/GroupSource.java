package org.scimsuite.core.provision;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.store.GroupRecord;
import org.scimsuite.core.store.GroupRecordStore;
import org.scimsuite.core.store.Membership;
import org.scimsuite.core.store.MembershipStore;
import org.scimsuite.core.store.NameOrder;

/** Groups in the order of their name keys, which are their keys here. */
final class GroupSource implements ResourceSource {

    private final Parts parts;
    private final ProvisioningContext context;

    GroupSource(Parts parts, ProvisioningContext context) {
        this.parts = parts;
        this.context = context;
    }

    /** What reading groups needs. */
    record Parts(GroupRecordStore store, MembershipStore memberships, GroupViews views) {}

    @Override
    public int count() {
        return parts.store().count(context.connectionId());
    }

    @Override
    public List<Keyed> from(int offset, int limit) {
        return limit == 0 ? List.of() : keyed(parts.store().page(context.connectionId(), offset, limit));
    }

    @Override
    public Slice after(Optional<String> key, int limit) {
        if (limit == 0) {
            return new Slice(List.of(), key);
        }
        List<Keyed> groups = keyed(parts.store().page(context.connectionId(), key, limit));
        boolean ended = groups.size() < limit;
        return new Slice(
                groups,
                ended
                        ? Optional.empty()
                        : Optional.of(groups.get(groups.size() - 1).key()));
    }

    @Override
    public Optional<List<Keyed>> candidates(BoundFilter filter) {
        return records(filter).map(this::keyed);
    }

    private Optional<List<GroupRecord>> records(BoundFilter filter) {
        String connectionId = context.connectionId();
        Optional<String> id = filter.requiredText("id");
        if (id.isPresent()) {
            return id.map(value ->
                    parts.store().findById(connectionId, value).stream().toList());
        }
        Optional<String> name = filter.requiredText("displayName");
        if (name.isPresent()) {
            return name.map(
                    value -> byKey(GroupRecord.nameKeyOf(value)).stream().toList());
        }
        Optional<String> externalId = filter.requiredText("externalId");
        if (externalId.isPresent()) {
            return externalId.map(value -> parts.store().findByExternalId(connectionId, value));
        }
        return filter.requiredText("members.value").map(this::groupsOf);
    }

    private List<GroupRecord> groupsOf(String memberId) {
        List<String> ids = parts.memberships().findGroupsOf(context.connectionId(), List.of(memberId)).stream()
                .map(Membership::groupId)
                .toList();
        return parts.store().findByIds(context.connectionId(), ids);
    }

    private Optional<GroupRecord> byKey(String nameKey) {
        return parts.store().findByNameKey(context.connectionId(), nameKey);
    }

    @Override
    public List<Keyed> find(List<String> keys) {
        return keyed(keys.stream().flatMap(key -> byKey(key).stream()).toList());
    }

    @Override
    public int compareKeys(String one, String other) {
        return NameOrder.COMPARATOR.compare(one, other);
    }

    private List<Keyed> keyed(List<GroupRecord> records) {
        return records.stream()
                .map(record -> new Keyed(record.nameKey(), parts.views().view(context, record)))
                .toList();
    }
}
