/** Measurements over HTTP. They print numbers and judge nothing: a slow machine must not fail a build. */
package org.scimsuite.workbench.benchmarks;
