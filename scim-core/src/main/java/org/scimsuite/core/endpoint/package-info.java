/** The SCIM endpoint, from request to response, free of any HTTP framework. */
package org.scimsuite.core.endpoint;
