/** Part: the seats of Confluence's licence. */
package org.scimsuite.confluence.seats;
