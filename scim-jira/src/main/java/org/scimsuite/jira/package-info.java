/** What differs in Jira. */
package org.scimsuite.jira;
