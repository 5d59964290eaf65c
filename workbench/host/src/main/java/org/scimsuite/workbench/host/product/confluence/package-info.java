/** What Confluence has beside its directories: accounts behind page history, a licence with seats, and read-only mode. */
package org.scimsuite.workbench.host.product.confluence;
