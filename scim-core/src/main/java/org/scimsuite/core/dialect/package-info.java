/**
 * What real identity providers send that the RFC does not allow: each tolerance is a named rule with a sentence, and
 * whoever uses one says so in the {@link org.scimsuite.core.dialect.Notes} of the request.
 */
package org.scimsuite.core.dialect;
