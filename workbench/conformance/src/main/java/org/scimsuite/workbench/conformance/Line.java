package org.scimsuite.workbench.conformance;

/**
 * One line of the checklist.
 *
 * @param id such as {@code C123}
 * @param section heading it stands under
 * @param level MUST, SHOULD, OPTIONAL (the RFC's words), DERIVED (follows from it) or INTEROP (wanted by real providers)
 * @param text the requirement in our own words
 * @param source where it comes from
 */
public record Line(String id, String section, String level, String text, String source) {}
