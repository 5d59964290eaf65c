/** What differs between the platform generations beyond package names; the host for p7 has a package of its own. */
package org.scimsuite.workbench.host.generation;
