package org.scimsuite.core.provision;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;

/** A resource as a connection sees it, at one version. */
public interface ProvisionedResource {

    /** With {@code id} and {@code meta}; lists that can be very long, such as members, need not be part of it. */
    ScimResource resource();

    /** The ETag, such as {@code W/"3"}; equal to {@code meta.version}. */
    String version();

    /** The SCIM id. */
    default String id() {
        return resource().text("id").orElseThrow();
    }

    /** The absolute URI of the resource. */
    default String location() {
        return resource().text("meta.location").orElseThrow();
    }

    /** Writes the resource as an answer shows it; long lists are read while they are written. */
    default void write(JsonGenerator json, Projection shown) throws IOException {
        ResourceWriter.write(json, resource(), shown);
    }

    /** Whether a filter is true for the resource, its long lists included. */
    default boolean matches(BoundFilter filter) {
        return filter.matches(resource());
    }
}
