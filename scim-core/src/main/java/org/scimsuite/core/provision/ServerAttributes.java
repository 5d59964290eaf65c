package org.scimsuite.core.provision;

import java.time.Instant;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.ScimResource;

/** What the server adds to a resource when it shows it: {@code id} and {@code meta} (RFC 7643 §3.1). */
record ServerAttributes(ProvisioningContext context, String id, String version, Instant created, Instant lastModified) {

    /** The resource, with {@code id} and {@code meta}. */
    ScimResource addTo(ScimResource resource) {
        String endpoint = resource.type().endpoint();
        return resource.with("id", AttributeValue.text(id))
                .with("meta.resourceType", AttributeValue.text(resource.type().name()))
                .with("meta.created", AttributeValue.dateTime(created))
                .with("meta.lastModified", AttributeValue.dateTime(lastModified))
                .with("meta.location", AttributeValue.text(context.baseUri() + endpoint + "/" + id))
                .with("meta.version", AttributeValue.text(version));
    }
}
