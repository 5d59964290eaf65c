/** The SSH keys of people. */
package org.scimsuite.bitbucket.keys;
