/** What differs in Bitbucket. */
package org.scimsuite.bitbucket;
