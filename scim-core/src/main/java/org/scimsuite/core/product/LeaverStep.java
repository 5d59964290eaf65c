package org.scimsuite.core.product;

/**
 * One thing that ends when a person leaves.
 *
 * @param sentence for the leaver's record, such as "2 SSH keys were removed."; no secrets, no class names
 */
public record LeaverStep(Outcome outcome, String sentence) {

    /** How it went. */
    public enum Outcome {
        DONE,
        NOTHING_TO_DO,
        /** It may work later; until then the directory's word that the person is inactive is all there is. */
        FAILED,
        /** The product offers no way that a plugin may use. */
        NOT_OFFERED
    }
}
