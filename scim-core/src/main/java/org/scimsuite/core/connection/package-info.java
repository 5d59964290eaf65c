/** A connection joins one identity provider to one directory; its tokens let the provider in. */
package org.scimsuite.core.connection;
