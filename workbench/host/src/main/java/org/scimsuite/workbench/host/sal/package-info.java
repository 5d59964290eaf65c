/** The product's small services that the plugin asks for. */
package org.scimsuite.workbench.host.sal;
