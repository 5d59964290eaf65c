/** Filters: text to tree, tree to a predicate bound once to the schema (RFC 7644 §3.4.2.2). */
package org.scimsuite.core.filter;
