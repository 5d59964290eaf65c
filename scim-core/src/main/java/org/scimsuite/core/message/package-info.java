/** SCIM messages free of any HTTP framework: request, response, error, list. */
package org.scimsuite.core.message;
