/** A small plugin framework: reads a plugin's descriptor and makes its modules. */
package org.scimsuite.workbench.host.plugin;
