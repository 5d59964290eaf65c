/**
 * A stand-in host: it runs a built plugin jar the way a product does. It is a test host, says so on every page, and is
 * nothing more.
 */
package org.scimsuite.workbench.host;
