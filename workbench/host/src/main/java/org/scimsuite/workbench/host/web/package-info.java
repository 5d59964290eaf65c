/** The host's HTTP side: the product's own filters, the plugin's modules between them, and the host's few pages. */
package org.scimsuite.workbench.host.web;
