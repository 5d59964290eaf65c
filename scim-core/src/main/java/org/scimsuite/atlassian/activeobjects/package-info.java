/** The stores on Active Objects: tables {@code CONNECTION}, {@code TOKEN}, {@code USER_RECORD}, {@code JOURNAL}. */
package org.scimsuite.atlassian.activeobjects;
