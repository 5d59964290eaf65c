package org.scimsuite.core.product;

import java.util.Optional;
import org.scimsuite.core.directory.DirectoryUser;

/**
 * Somebody who may not log in any more.
 *
 * @param user as the directory has the person; when it has removed the person, the name and the directory's id as they were
 * @param successor the name of the user who takes over what the person leads; empty when nothing is handed over
 */
public record Leaver(DirectoryUser user, Optional<String> successor) {}
