/** Part: Confluence's read-only mode. */
package org.scimsuite.confluence.accessmode;
