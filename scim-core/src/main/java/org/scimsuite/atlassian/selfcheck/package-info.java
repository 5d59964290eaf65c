/** Compares what the plugin links to with the product it runs in. */
package org.scimsuite.atlassian.selfcheck;
