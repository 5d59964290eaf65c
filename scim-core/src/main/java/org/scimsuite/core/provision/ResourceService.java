package org.scimsuite.core.provision;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.patch.PatchRequest;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/**
 * What can be done with the resources of one type. Messages, projections, bulk and errors are the same for all types and
 * are written once, above this.
 */
public interface ResourceService {

    /** The type of the resources. */
    ResourceType type();

    /**
     * Creates a resource.
     *
     * @param wanted read and checked against the schema
     * @throws ScimException 409 uniqueness, 400 or 403; nothing has been changed then
     */
    ProvisionedResource create(ProvisioningContext context, ScimResource wanted);

    /**
     * The resource of that id; empty when there is none, or no more.
     *
     * @param shown what the answer shows: what it leaves out need not be read
     */
    Optional<? extends ProvisionedResource> find(ProvisioningContext context, String id, Projection shown);

    /**
     * Replaces a resource by what the edit makes of it; without any difference nothing is written.
     *
     * @param edit from the resource as shown to the resource as wanted; may throw to refuse
     * @throws ScimException 404, 412, 409 uniqueness, 400 or 403; nothing has been changed then
     */
    ProvisionedResource replace(
            ProvisioningContext context, String id, Precondition ifMatch, UnaryOperator<ScimResource> edit);

    /**
     * Carries out all operations or none; without any difference nothing is written.
     *
     * @throws ScimException 404, 412, 409 uniqueness, 400 or 403; nothing has been changed then
     */
    ProvisionedResource patch(ProvisioningContext context, String id, Precondition ifMatch, PatchRequest patch);

    /** What a PATCH is answered with when the client does not ask for attributes (RFC 7644 §3.5.2). */
    PatchAnswer patchAnswer();

    /**
     * Deletes a resource.
     *
     * @throws ScimException 404, 412; 403 by the safeguards
     */
    void delete(ProvisioningContext context, String id, Precondition ifMatch);

    /**
     * Reads many resources, for one request; see {@link ResourceSearch}.
     *
     * @param shown what the answer shows of each: what it leaves out need not be read
     */
    ResourceSource source(ProvisioningContext context, Projection shown);

    /** The 404 for an id, worded for this type. */
    ScimException notFound(String id);

    /** The two answers to a PATCH that RFC 7644 §3.5.2 allows. */
    enum PatchAnswer {
        /** 200 with the resource. */
        RESOURCE,
        /** 204. */
        NOTHING
    }
}
