/** What Jira has beside its directories: applications with seats, user keys, projects and components with leads. */
package org.scimsuite.workbench.host.product.jira;
