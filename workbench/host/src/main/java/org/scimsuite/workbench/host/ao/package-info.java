/** The plugin's Active Objects: the real library behind the product's thin interface. */
package org.scimsuite.workbench.host.ao;
