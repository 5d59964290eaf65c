package org.scimsuite.core.bundle;

/** What a signature is worth. */
public sealed interface SignatureCheck {

    /** There is none: anybody may have written the bundle. */
    record Unsigned() implements SignatureCheck {}

    /**
     * The bundle is as the owner of the key signed it.
     *
     * @param fingerprint of the key, as its owner can read it out
     * @param trust whether an administrator here has said that the key counts
     */
    record Valid(String fingerprint, Trust trust) implements SignatureCheck {}

    /**
     * The bundle is another one than was signed, or the signature is none; it must be refused.
     *
     * @param problem a sentence for the administrator
     */
    record Broken(String problem) implements SignatureCheck {}

    /** Whether a key is on the list of trusted ones. */
    enum Trust {
        TRUSTED,
        UNKNOWN_KEY
    }
}
