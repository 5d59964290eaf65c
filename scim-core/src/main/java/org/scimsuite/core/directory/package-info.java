/** The port to a product's user directories and the values that cross it. Knows neither SCIM nor Crowd. */
package org.scimsuite.core.directory;
