package org.scimsuite.workbench.conformance;

/**
 * A test, or a case in a data file that a test plays, which shows a requirement.
 *
 * @param requirement the identifier it names
 * @param name how people find it: {@code UserLifecycleTest#sentence}, or a file and the title of the case
 */
public record Proof(String requirement, String name) {}
