/** Crowd's licence. */
package org.scimsuite.crowd.seats;
