package org.scimsuite.core.provision;

import java.util.Arrays;
import java.util.Optional;
import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimException;

/** The version a client demands or knows (RFC 7644 §3.14): the value of {@code If-Match} or {@code If-None-Match}. */
public record Precondition(Optional<String> header) {

    /** Nothing is demanded. */
    public static final Precondition NONE = new Precondition(Optional.empty());

    /** Whether the header names this version; weak comparison, as all our versions are weak (RFC 7232 §2.3.2). */
    public boolean names(String version) {
        return header.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(Precondition::opaque)
                .anyMatch(tag -> tag.equals("*") || tag.equals(opaque(version)));
    }

    /**
     * For {@code If-Match}.
     *
     * @throws ScimException 412 when another version is demanded
     */
    void require(String version) {
        if (header.isPresent() && !names(version)) {
            throw new ScimException(ScimError.of(
                    412,
                    "The resource was changed in the meantime: its version is " + version
                            + ". Read it again and repeat the change."));
        }
    }

    private static String opaque(String tag) {
        String text = tag.strip();
        return (text.startsWith("W/") ? text.substring(2) : text).replace("\"", "");
    }
}
