/** The use cases of the product's administrator: connections, tokens, journal, directories, mappings and what they do. */
package org.scimsuite.core.admin;
