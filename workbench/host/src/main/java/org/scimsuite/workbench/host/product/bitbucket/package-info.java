/** What the stand-in has of Bitbucket. */
package org.scimsuite.workbench.host.product.bitbucket;
