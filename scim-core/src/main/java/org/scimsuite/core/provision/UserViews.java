package org.scimsuite.core.provision;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.mapping.EffectiveUser;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.UserRecord;

/** Turns a record and its directory user into the resource that SCIM shows. */
final class UserViews {

    private final ResourceReader stored;
    private final UserGroups groups;

    UserViews(ResourceType type, UserGroups groups) {
        this.groups = groups;
        this.stored = new ResourceReader(type, ReadOptions.DEFAULT);
    }

    /** What the provider recorded, without regard to the directory. */
    ScimResource recorded(UserRecord record) {
        return stored.readStored(record.resource());
    }

    ProvisionedUser view(ProvisioningContext context, UserRecord record, DirectoryUser user) {
        ScimResource recorded = recorded(record);
        ScimResource effective = EffectiveUser.of(recorded, user.profile());
        String version = version(record, user, effective.equals(recorded) ? Optional.empty() : Optional.of(effective));
        ScimResource shown = new ServerAttributes(
                        context, record.scimId(), version, record.created(), record.lastModified())
                .addTo(effective);
        return new ProvisionedUser(record, user, shown, version, () -> groups.of(context, record.scimId()));
    }

    /** A change that a local admin makes must change the version too, though no record is written for it. */
    private static String version(UserRecord record, DirectoryUser user, Optional<ScimResource> overlaid) {
        String suffix = overlaid.map(resource -> "-" + Integer.toHexString(profileHash(user)))
                .orElse("");
        return "W/\"" + record.version() + suffix + "\"";
    }

    /** The same on every node and after every restart, which an enum's hash code is not. */
    private static int profileHash(DirectoryUser user) {
        DirectoryUserProfile profile = user.profile();
        return List.of(
                        profile.name(),
                        profile.firstName(),
                        profile.lastName(),
                        profile.displayName(),
                        profile.email(),
                        profile.active().name())
                .hashCode();
    }

    /** What is kept of a resource. */
    static String stored(ScimResource resource) {
        return ResourceWriter.writeStored(resource);
    }
}
