/** The users of all products, through the Crowd that each of them embeds. */
package org.scimsuite.atlassian.crowd;
