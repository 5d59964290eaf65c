/** Active Objects that the plugin brings itself, for a product that has none; only that product's jar holds it. */
package org.scimsuite.atlassian.embedded;
