/** What is Jira's own: its user directory and the wiring of the plugin. */
package org.scimsuite.jira;
