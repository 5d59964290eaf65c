/**
 * Bulk requests as values (RFC 7644 §3.7): reading the envelope, finding what refers to what, and putting operations in an
 * order in which every reference can be resolved. Carries nothing out.
 */
package org.scimsuite.core.bulk;
