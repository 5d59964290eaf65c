package org.scimsuite.core.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scimsuite.core.mapping.Mapping;

/**
 * A mapping that can be carried from one product to another. It holds no secret and no id of an installation.
 *
 * @param directory the name of the directory it came from, for people to read
 * @param products what only one product understands, by its key such as {@code jira}; kept as it is by the others
 * @param signature whatever was written beside the content; see {@link BundleSigner#verify}
 */
public record MappingBundle(
        String directory, Mapping mapping, Map<String, ObjectNode> products, Optional<Signature> signature) {

    public MappingBundle {
        Map<String, ObjectNode> copies = new TreeMap<>();
        products.forEach((product, part) -> copies.put(product, part.deepCopy()));
        products = Collections.unmodifiableMap(copies);
    }

    /** A bundle without a signature. */
    public static MappingBundle of(String directory, Mapping mapping) {
        return new MappingBundle(directory, mapping, Map.of(), Optional.empty());
    }

    public MappingBundle signedBy(Optional<Signature> other) {
        return new MappingBundle(directory, mapping, products, other);
    }

    /**
     * A signature as it stands in a document, not verified.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo in Base64
     * @param fingerprint of the key, as {@link BundleSigner#fingerprint} makes it
     * @param value Base64
     */
    public record Signature(String publicKey, String fingerprint, String value) {}
}
