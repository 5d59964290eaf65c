/**
 * One immutable attribute table per resource type (RFC 7643 §2, §7): reading, validation, filter binding, PATCH targets,
 * projection and the {@code /Schemas} document all come from it.
 */
package org.scimsuite.core.schema;
