package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.mapping.CompiledMapping;

/** The mappings in force. */
public interface MappingSource {

    /** The mapping of a connection; one without rules when none was ever saved. Asked several times by a request, so it is to cost next to nothing. */
    CompiledMapping current(String connectionId);

    /**
     * A version of the mapping of a connection, whether in force or not.
     *
     * @param version 0 for the mapping without rules, which is in force until one is saved
     */
    Optional<CompiledMapping> find(String connectionId, long version);
}
