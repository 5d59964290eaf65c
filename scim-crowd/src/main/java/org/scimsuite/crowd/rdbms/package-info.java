/** The product's database, lent by the product; not known to be there in every release of Crowd. */
package org.scimsuite.crowd.rdbms;
