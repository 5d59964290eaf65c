package org.scimsuite.core.provision;

import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.GroupRecord;

/** Turns a group record into the resource that SCIM shows. */
final class GroupViews {

    private final ResourceReader stored;
    private final GroupMembers members;

    GroupViews(ResourceType type, GroupMembers members) {
        this.stored = new ResourceReader(type, ReadOptions.DEFAULT);
        this.members = members;
    }

    ProvisionedGroup view(ProvisioningContext context, GroupRecord record) {
        String version = "W/\"" + record.version() + "\"";
        ScimResource resource = new ServerAttributes(
                        context, record.scimId(), version, record.created(), record.lastModified())
                .addTo(stored.readStored(record.resource()));
        return new ProvisionedGroup(context, record, resource, version, members);
    }

    /** What is kept of a resource. */
    static String stored(ScimResource resource) {
        return ResourceWriter.writeStored(resource.without("members"));
    }
}
