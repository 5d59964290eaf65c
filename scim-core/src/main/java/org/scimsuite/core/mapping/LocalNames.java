package org.scimsuite.core.mapping;

import java.util.Optional;
import org.scimsuite.core.message.Characters;

/** Which names a local group can have. */
public final class LocalNames {

    /** Characters in the name of a group or user of a directory. */
    public static final int MAX_LENGTH = 255;

    private LocalNames() {}

    /** Why a name cannot be used, as the end of a sentence that begins with it. */
    public static Optional<String> problem(String name) {
        if (name.isBlank()) {
            return Optional.of("is empty");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("is longer than " + MAX_LENGTH + " characters");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("holds a control character");
        }
        return Characters.areStorable(name) ? Optional.empty() : Optional.of(Characters.NOT_STORABLE);
    }
}
