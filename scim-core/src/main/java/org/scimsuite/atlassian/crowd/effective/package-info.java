/**
 * The user directories where a product offers a plugin only its view of all of them as one. A part of its own: only then is it needed.
 */
package org.scimsuite.atlassian.crowd.effective;
