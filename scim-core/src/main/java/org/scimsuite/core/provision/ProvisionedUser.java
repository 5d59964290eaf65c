package org.scimsuite.core.provision;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.store.UserRecord;

/**
 * A user as a connection sees it: a record and its directory user.
 *
 * @param groups reads the groups of the user (RFC 7643 §4.1.2), which are not part of {@code resource}
 */
public record ProvisionedUser(
        UserRecord record,
        DirectoryUser user,
        ScimResource resource,
        String version,
        Supplier<Optional<AttributeValue>> groups)
        implements ProvisionedResource {

    /** The same user, whose groups are known already. */
    ProvisionedUser withGroups(Optional<AttributeValue> known) {
        return new ProvisionedUser(record, user, resource, version, () -> known);
    }

    @Override
    public void write(JsonGenerator json, Projection shown) throws IOException {
        ResourceWriter.write(json, shown.shows(UserGroups.target(resource)) ? full() : resource, shown);
    }

    @Override
    public boolean matches(BoundFilter filter) {
        boolean plain = filter.askedTexts("groups.value")
                .filter(asked -> asked.isEmpty())
                .isPresent();
        return filter.matches(plain ? resource : full());
    }

    private ScimResource full() {
        return resource.set(UserGroups.target(resource), groups.get());
    }
}
