/** PATCH: operations read against the schema and applied to an immutable resource (RFC 7644 §3.5.2). */
package org.scimsuite.core.patch;
