/**
 * What of a SCIM user a directory can hold, and what is shown when the two differ; which local groups people are in by the rules of
 * an administrator.
 */
package org.scimsuite.core.mapping;
