/** What differs in Crowd. */
package org.scimsuite.crowd;
