package org.scimsuite.core.provision;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.patch.PatchApplier;
import org.scimsuite.core.patch.PatchRequest;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/** {@code /Users}. */
final class UserService implements ResourceService {

    private static final String PASSWORD_NOTE =
            "A password was sent; it was dropped, as people log in at the identity provider.";

    private final ResourceType type;
    private final UserReader reader;
    private final UserProvisioner users;
    private final UserSource.Parts reading;
    private final UserGroups groups;

    UserService(
            ResourceType type, UserReader reader, UserProvisioner users, UserSource.Parts reading, UserGroups groups) {
        this.type = type;
        this.reader = reader;
        this.users = users;
        this.reading = reading;
        this.groups = groups;
    }

    @Override
    public ResourceType type() {
        return type;
    }

    @Override
    public ProvisionedUser create(ProvisioningContext context, ScimResource wanted) {
        return users.create(context, withoutPassword(context, wanted));
    }

    @Override
    public Optional<ProvisionedUser> find(ProvisioningContext context, String id, Projection shown) {
        return reader.find(context, id);
    }

    @Override
    public ProvisionedUser replace(
            ProvisioningContext context, String id, Precondition ifMatch, UnaryOperator<ScimResource> edit) {
        return users.change(context, id, ifMatch, current -> withoutPassword(context, edit.apply(current)));
    }

    @Override
    public ProvisionedUser patch(ProvisioningContext context, String id, Precondition ifMatch, PatchRequest patch) {
        return replace(context, id, ifMatch, current -> PatchApplier.apply(current, patch, context.notes())
                .resource());
    }

    @Override
    public PatchAnswer patchAnswer() {
        return PatchAnswer.RESOURCE;
    }

    @Override
    public void delete(ProvisioningContext context, String id, Precondition ifMatch) {
        users.delete(context, id, ifMatch);
    }

    @Override
    public ResourceSource source(ProvisioningContext context, Projection shown) {
        return new UserSource(reading, context, shown, groups);
    }

    @Override
    public ScimException notFound(String id) {
        return UserProvisioner.notFound(id);
    }

    private static ScimResource withoutPassword(ProvisioningContext context, ScimResource resource) {
        if (resource.get("password").isEmpty()) {
            return resource;
        }
        context.notes().add(PASSWORD_NOTE);
        return resource.without("password");
    }
}
