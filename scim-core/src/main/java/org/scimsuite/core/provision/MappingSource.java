package org.scimsuite.core.provision;

import java.util.Optional;
import org.scimsuite.core.mapping.CompiledMapping;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.schema.CoreSchemas;

/** The mappings in force. */
public interface MappingSource {

    /** No connection has a rule. */
    MappingSource NONE = new MappingSource() {

        private final CompiledMapping none = CompiledMapping.of(Mapping.NONE, CoreSchemas.user());

        @Override
        public CompiledMapping current(String connectionId) {
            return none;
        }

        @Override
        public Optional<CompiledMapping> find(String connectionId, long version) {
            return version == 0 ? Optional.of(none) : Optional.empty();
        }
    };

    /** The mapping of a connection; one without rules when none was ever saved. Asked several times by a request, so it is to cost next to nothing. */
    CompiledMapping current(String connectionId);

    /**
     * A version of the mapping of a connection, whether in force or not.
     *
     * @param version 0 for the mapping without rules, which is in force until one is saved
     */
    Optional<CompiledMapping> find(String connectionId, long version);
}
