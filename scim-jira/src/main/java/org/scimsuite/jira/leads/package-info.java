/** Part: projects and components that a leaver leads. */
package org.scimsuite.jira.leads;
