/** What differs from product to product in the stand-in. */
package org.scimsuite.workbench.host.product;
