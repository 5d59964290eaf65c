/**
 * Plays what identity providers were seen to send against a running SCIM server and compares answers and people.
 *
 * <p>The exchanges are data: {@code exchanges/<idp>/<name>.json} on the class path. A new quirk of a provider is a new
 * file, not new code.
 */
package org.scimsuite.workbench.replay;
