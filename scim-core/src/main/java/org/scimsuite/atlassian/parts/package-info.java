/**
 * What several products have, and a release of one of them may lack. Each part is a package of its own, which the self-check switches off
 * alone; it is in the jars of those plugins that use it.
 */
package org.scimsuite.atlassian.parts;
