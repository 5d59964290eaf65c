/**
 * The requirements of SCIM 2.0, one line each, and the proof: tests name the lines they show by {@link
 * org.scimsuite.workbench.conformance.Requirement}, and {@code docs/conformance.md} is written from that.
 */
package org.scimsuite.workbench.conformance;
