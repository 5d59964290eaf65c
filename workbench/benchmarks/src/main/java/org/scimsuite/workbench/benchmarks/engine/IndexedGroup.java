package org.scimsuite.workbench.benchmarks.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.patch.GroupEdit;
import org.scimsuite.core.patch.GroupEdit.MemberStep.ByDelta;
import org.scimsuite.core.patch.MemberDelta;
import org.scimsuite.core.provision.MemberWriter;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;

/**
 * Ours: a PATCH becomes a delta, and that is applied to a store of members by id; the members are not read. Here the store is
 * a set in memory, in the plugin it is the product's directory.
 */
final class IndexedGroup implements Engine.KeptGroup {

    private static final Projection EVERYTHING = Projection.all(CoreSchemas.group());

    private static final Map<Kind, ResourceType> TYPES =
            Map.of(Kind.USER, CoreSchemas.user(), Kind.GROUP, CoreSchemas.group());

    private static final JsonFactory JSON = new JsonFactory();

    private final MemberWriter writer = new MemberWriter(Inputs.BASE_URI, TYPES, EVERYTHING);
    private final ScimResource resource;
    private final List<GroupMember> rows = new ArrayList<>();
    private final Set<String> members = new HashSet<>();
    private final List<String> joined = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    IndexedGroup(ScimResource resource) {
        this.resource = resource.without("members");
        GroupEdit.given(resource.get("members")).forEach(member -> {
            rows.add(new GroupMember(member.id(), Kind.USER, member.display()));
            members.add(member.id());
        });
    }

    @Override
    public Set<String> patch(byte[] body) {
        for (GroupEdit.MemberStep step : GroupEdit.read(body, new Notes()).steps()) {
            apply(((ByDelta) step).delta());
        }
        return members;
    }

    /** Only what changes is kept for {@link #undo}: the time for that is part of what is measured. */
    private void apply(MemberDelta delta) {
        for (String id : delta.removed()) {
            if (members.remove(id)) {
                left.add(id);
            }
        }
        for (String id : delta.added().keySet()) {
            if (members.add(id)) {
                joined.add(id);
            }
        }
    }

    @Override
    public void undo() {
        joined.forEach(members::remove);
        members.addAll(left);
        joined.clear();
        left.clear();
    }

    /** The members only: the rest of a group is not what is edited. */
    @Override
    public byte[] write(Object group) {
        return Inputs.group(List.copyOf(members)).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void send(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            ResourceWriter.write(json, resource, EVERYTHING, () -> writer.write(json, rows.iterator()));
        }
    }
}
