package org.scimsuite.core.patch;

import org.scimsuite.core.resource.ScimResource;

/**
 * What a PATCH makes of a resource.
 *
 * @param changed false when the operations left every value as it was: then version and lastModified stay (RFC 7644
 *     §3.5.2.1)
 */
public record PatchResult(ScimResource resource, boolean changed) {}
