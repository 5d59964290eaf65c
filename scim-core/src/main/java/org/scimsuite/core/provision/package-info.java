/** From desired state to plan, through safeguards, to the directory. */
package org.scimsuite.core.provision;
