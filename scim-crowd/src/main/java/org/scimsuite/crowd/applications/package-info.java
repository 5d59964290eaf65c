/** The applications that ask Crowd who people are. */
package org.scimsuite.crowd.applications;
