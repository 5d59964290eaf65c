package org.scimsuite.core.product;

import java.util.List;

/** Ends what lets a person into the product beside the password: sessions, remembered log-ins, tokens, keys. */
public interface LeaverPort {

    /** A product with nothing to end that it lets a plugin end. */
    LeaverPort NOTHING = leaver -> List.of();

    /**
     * Ends all of it that the product's public API lets go of, and hands over what the person leads. The directory says already that the
     * person may not log in. May be called again, and then finds nothing to do. It never throws: what fails is told.
     *
     * @return what was done, what failed, and what cannot be done here, for the leaver's record
     */
    List<LeaverStep> leave(Leaver leaver);
}
