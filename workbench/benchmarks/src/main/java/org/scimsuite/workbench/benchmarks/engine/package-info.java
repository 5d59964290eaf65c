/** The protocol engine beside other SCIM engines in Java: same inputs, same JVM, equal results, by JMH. */
package org.scimsuite.workbench.benchmarks.engine;
