/** The admin API, {@code /rest/scim-admin/1}. JSON is read and written here, not by a provider of the host. */
package org.scimsuite.atlassian.rest;
