package org.scimsuite.core.mapping;

/**
 * One thing that is wrong with a mapping.
 *
 * @param path where, as a JSON pointer (RFC 6901) into its document, such as {@code /groups/rules/3/pattern}
 * @param sentence for the administrator who wrote it
 */
public record MappingProblem(String path, String sentence) {}
