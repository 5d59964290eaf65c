/** What a product has beside its user directories: seats, and what lets people in. */
package org.scimsuite.core.product;
