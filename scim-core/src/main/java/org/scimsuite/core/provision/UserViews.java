package org.scimsuite.core.provision;

import java.util.List;
import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.mapping.EffectiveUser;
import org.scimsuite.core.mapping.UserProjection;
import org.scimsuite.core.resource.AttributeValue;
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
    private final MappingSource mappings;

    UserViews(ResourceType type, UserGroups groups, MappingSource mappings) {
        this.groups = groups;
        this.mappings = mappings;
        this.stored = new ResourceReader(type, ReadOptions.DEFAULT);
    }

    /** What the provider recorded, without regard to the directory. */
    ScimResource recorded(UserRecord record) {
        return stored.readStored(record.resource());
    }

    ProvisionedUser view(ProvisioningContext context, UserRecord record, DirectoryUser user) {
        return view(context, record, user, Optional.empty());
    }

    /**
     * The user as shown to a client that asks for a {@code userName}.
     *
     * @param asked shown in place of the directory's name where no other {@code userName} is known, if the mapping makes
     *     that name of it
     */
    ProvisionedUser view(ProvisioningContext context, UserRecord record, DirectoryUser user, Optional<String> asked) {
        UserProjection projection = mappings.current(context.connectionId()).users();
        ScimResource recorded = recorded(record);
        ScimResource overlaid = EffectiveUser.of(projection, recorded, user.profile());
        ScimResource effective = asked.filter(name -> isUnknown(recorded, overlaid) && leadsTo(projection, name, user))
                .map(name -> overlaid.with("userName", AttributeValue.text(name)))
                .orElse(overlaid);
        String version = version(record, user, effective.equals(recorded) ? Optional.empty() : Optional.of(effective));
        ScimResource shown = new ServerAttributes(
                        context, record.scimId(), version, record.created(), record.lastModified())
                .addTo(effective);
        return new ProvisionedUser(record, user, shown, version, () -> groups.of(context, record.scimId()));
    }

    /** Whether it is the directory's name that is shown as {@code userName}. */
    private static boolean isUnknown(ScimResource recorded, ScimResource overlaid) {
        return !recorded.get("userName").equals(overlaid.get("userName"));
    }

    /** Whether it takes the mapping to get from the {@code userName} to the name of the user. */
    private static boolean leadsTo(UserProjection projection, String userName, DirectoryUser user) {
        return projection.names().areFromUserName()
                && !DirectoryUser.nameKey(userName).equals(user.nameKey())
                && DirectoryUser.nameKey(projection.names().from(userName)).equals(user.nameKey());
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
