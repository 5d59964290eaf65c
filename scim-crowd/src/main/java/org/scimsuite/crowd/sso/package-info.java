/** The sessions of single sign-on. */
package org.scimsuite.crowd.sso;
