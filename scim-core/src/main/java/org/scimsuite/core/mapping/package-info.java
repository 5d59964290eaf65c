/** What of a SCIM user a directory can hold, and what is shown when the two differ. */
package org.scimsuite.core.mapping;
