/** Mappings as documents: one JSON form for all products, read strictly, written stably, signed if an administrator wants. */
package org.scimsuite.core.bundle;
