/** A directory shaped like the embedded Crowd of the products: same rules, same exceptions, in plain JDBC. */
package org.scimsuite.workbench.host.directory;
