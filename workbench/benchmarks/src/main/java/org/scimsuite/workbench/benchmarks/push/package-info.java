/** A first push of groups over HTTP, and beside it plain JDBC inserts of the same rows into the same database. */
package org.scimsuite.workbench.benchmarks.push;
