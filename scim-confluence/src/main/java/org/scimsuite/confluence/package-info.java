/** What differs in Confluence. */
package org.scimsuite.confluence;
