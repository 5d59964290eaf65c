/** The servlet side: the guard in front of the SCIM endpoint, the endpoint itself, the status page. */
package org.scimsuite.atlassian.web;
