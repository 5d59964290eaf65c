/** Puts the parts together inside a product: look-up of its services, and the objects every plugin needs. */
package org.scimsuite.atlassian.wiring;
