package org.scimsuite.core.product;

import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;

/**
 * Somebody who may not log in any more.
 *
 * @param successor the name of the user who takes over what the person leads; empty when nothing is handed over
 */
public record Leaver(DirectoryUser user, Optional<String> successor) {}
