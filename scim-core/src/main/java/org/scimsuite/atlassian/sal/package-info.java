/** Services that all products offer in the same way: locks that span the cluster, the public address. */
package org.scimsuite.atlassian.sal;
