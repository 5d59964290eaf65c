/** What came in, what was decided, what was done. */
package org.scimsuite.core.journal;
