/** Part: the seats of Jira's applications. */
package org.scimsuite.jira.seats;
