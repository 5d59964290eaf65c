/** Part: what "remember me" cookies are compared with, in the products that log people in with Seraph. */
package org.scimsuite.atlassian.parts.remembered;
