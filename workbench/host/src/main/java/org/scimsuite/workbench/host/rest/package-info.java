/** The plugin's {@code <rest>} modules on Jersey, closed by default as REST v2 is. */
package org.scimsuite.workbench.host.rest;
