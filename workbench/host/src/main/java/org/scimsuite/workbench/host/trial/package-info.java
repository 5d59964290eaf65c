/** {@code mvn -Ptry}: the products side by side, each in a host of its own. */
package org.scimsuite.workbench.host.trial;
