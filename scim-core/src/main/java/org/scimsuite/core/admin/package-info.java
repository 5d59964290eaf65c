/** The use cases of the product's administrator: connections, tokens, journal, directories. */
package org.scimsuite.core.admin;
