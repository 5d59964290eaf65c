/** The OSGi framework that holds the plugin, and what it sees of the host. */
package org.scimsuite.workbench.host.osgi;
