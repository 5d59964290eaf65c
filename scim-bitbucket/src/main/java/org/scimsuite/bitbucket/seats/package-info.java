/** Bitbucket's licence. */
package org.scimsuite.bitbucket.seats;
