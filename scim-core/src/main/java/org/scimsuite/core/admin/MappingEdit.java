package org.scimsuite.core.admin;

/**
 * Who changes a mapping, and why.
 *
 * @param expectedVersion the version in force that the administrator saw; 0 when there was none
 * @param author the administrator's user name
 * @param comment in the administrator's words; may be empty
 */
public record MappingEdit(long expectedVersion, String author, String comment) {}
