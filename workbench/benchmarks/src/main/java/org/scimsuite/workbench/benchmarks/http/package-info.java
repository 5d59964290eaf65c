/**
 * The load test over HTTP: the stand-in host with the built plugin, beside the bare JDBC statements that the same requests
 * cannot do without, in one run. It writes its results into {@code docs/performance.md} and judges nothing.
 */
package org.scimsuite.workbench.benchmarks.http;
