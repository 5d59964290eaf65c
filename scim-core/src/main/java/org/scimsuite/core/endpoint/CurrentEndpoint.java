package org.scimsuite.core.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.ExtensionSchemas;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.SchemaExtension;
import org.scimsuite.core.store.ExtensionSchema;
import org.scimsuite.core.store.ExtensionSchemaStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint for the schemas of now. Everything below it is made for fixed schemas; when an administrator changes one, it is
 * made anew: at once on the node of the change, and within {@link #VALIDITY} on all others.
 */
final class CurrentEndpoint implements Supplier<ScimEndpoint> {

    /** How long another node's change may stay unseen. */
    static final Duration VALIDITY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(CurrentEndpoint.class);

    private final ExtensionSchemaStore store;
    private final Clock clock;
    private final Function<List<ResourceType>, ScimEndpoint> make;
    private volatile Optional<Made> made = Optional.empty();

    /**
     * @param make makes an endpoint for these resource types
     */
    CurrentEndpoint(ExtensionSchemaStore store, Clock clock, Function<List<ResourceType>, ScimEndpoint> make) {
        this.store = store;
        this.clock = clock;
        this.make = make;
    }

    private record Made(ScimEndpoint endpoint, List<ExtensionSchema> schemas, Instant validUntil) {}

    @Override
    public ScimEndpoint get() {
        Instant now = clock.instant();
        Optional<Made> current = made;
        return current.isPresent() && now.isBefore(current.get().validUntil())
                ? current.get().endpoint()
                : look(now);
    }

    /** Looks for changes with the next request. */
    void forget() {
        made = made.map(current -> new Made(current.endpoint(), current.schemas(), Instant.MIN));
    }

    private synchronized ScimEndpoint look(Instant now) {
        List<ExtensionSchema> schemas = store.findAll();
        ScimEndpoint endpoint = made.filter(current -> current.schemas().equals(schemas))
                .map(Made::endpoint)
                .orElseGet(() -> make.apply(types(schemas)));
        made = Optional.of(new Made(endpoint, schemas, now.plus(VALIDITY)));
        return endpoint;
    }

    /** The resource types with their extensions. */
    static List<ResourceType> types(List<ExtensionSchema> schemas) {
        return CoreSchemas.types().stream()
                .map(type -> type.extendedBy(schemas.stream()
                        .filter(schema -> schema.resourceType().equals(type.name()))
                        .flatMap(schema -> extension(schema).stream())
                        .toList()))
                .toList();
    }

    /** A schema that an older version accepted must not keep people from being provisioned. */
    private static Optional<SchemaExtension> extension(ExtensionSchema schema) {
        try {
            return Optional.of(new SchemaExtension(ExtensionSchemas.definition(schema.document()), schema.required()));
        } catch (RuntimeException e) {
            LOG.error("The extension schema {} cannot be read and is left out", schema.uri(), e);
            return Optional.empty();
        }
    }
}
