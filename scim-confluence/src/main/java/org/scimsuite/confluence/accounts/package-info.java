/** Part: what Confluence does with people by its own services. */
package org.scimsuite.confluence.accounts;
