/**
 * What acceptance tests and benchmarks need to run the built jars: the stand-in host as a process of its own, its
 * databases, and plain clients for its admin API and for SCIM.
 */
package org.scimsuite.workbench.acceptance;
