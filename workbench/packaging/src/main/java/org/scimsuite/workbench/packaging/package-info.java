/** Turns a shaded jar into an installable plugin. */
package org.scimsuite.workbench.packaging;
