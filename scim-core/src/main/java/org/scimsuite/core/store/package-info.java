/** Ports to what we remember: the desired state of each connection. */
package org.scimsuite.core.store;
