package org.scimsuite.core.store;

import java.util.Optional;
import java.util.function.Supplier;

/** Random secrets that all nodes share and that outlive a restart. They never leave the server. */
public interface SecretStore {

    /**
     * The secret of that name. The first who asks for it makes it; whoever asks at the same moment gets the same one.
     *
     * @param name up to 64 characters
     * @param made makes a new one, of up to 255 ASCII characters
     */
    String secret(String name, Supplier<String> made);

    /** The secret of that name, if anybody has made it. */
    Optional<String> find(String name);
}
