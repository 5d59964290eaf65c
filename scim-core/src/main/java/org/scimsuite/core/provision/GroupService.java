package org.scimsuite.core.provision;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.patch.GroupEdit;
import org.scimsuite.core.patch.PatchApplier;
import org.scimsuite.core.patch.PatchRequest;
import org.scimsuite.core.provision.GroupProvisioner.Wanted;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/** {@code /Groups}. */
final class GroupService implements ResourceService {

    private final ResourceType type;
    private final GroupProvisioner groups;
    private final GroupMembers members;
    private final GroupSource.Parts reading;

    GroupService(ResourceType type, GroupProvisioner groups, GroupMembers members, GroupSource.Parts reading) {
        this.type = type;
        this.groups = groups;
        this.members = members;
        this.reading = reading;
    }

    @Override
    public ResourceType type() {
        return type;
    }

    @Override
    public ProvisionedGroup create(ProvisioningContext context, ScimResource wanted) {
        return groups.create(context, wanted);
    }

    @Override
    public Optional<ProvisionedGroup> find(ProvisioningContext context, String id, Projection shown) {
        return groups.find(context, id);
    }

    @Override
    public ProvisionedGroup replace(
            ProvisioningContext context, String id, Precondition ifMatch, UnaryOperator<ScimResource> edit) {
        return groups.change(context, id, ifMatch, current -> Wanted.exactly(edit.apply(current.resource())));
    }

    /** The members are not read for it, unless an operation selects them by more than their ids. */
    @Override
    public ProvisionedGroup patch(ProvisioningContext context, String id, Precondition ifMatch, PatchRequest patch) {
        GroupEdit edit = GroupEdit.of(patch);
        return groups.change(
                context,
                id,
                ifMatch,
                current -> new Wanted(
                        PatchApplier.apply(current.resource(), edit.attributes(), context.notes())
                                .resource(),
                        members.fold(context, id, edit.steps())));
    }

    /** A group can be large, and providers do not read the answer. */
    @Override
    public PatchAnswer patchAnswer() {
        return PatchAnswer.NOTHING;
    }

    @Override
    public void delete(ProvisioningContext context, String id, Precondition ifMatch) {
        groups.delete(context, id, ifMatch);
    }

    @Override
    public ResourceSource source(ProvisioningContext context, Projection shown) {
        return new GroupSource(reading, context);
    }

    @Override
    public ScimException notFound(String id) {
        return GroupProvisioner.notFound(id);
    }
}
