/** What the stand-in has of Crowd. */
package org.scimsuite.workbench.host.product.crowd;
