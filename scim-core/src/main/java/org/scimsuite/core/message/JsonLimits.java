package org.scimsuite.core.message;

/**
 * What a JSON body may ask of the server before it is refused (RFC 7644 §7).
 *
 * @param maxDepth nested objects and arrays
 * @param maxStringLength characters in one text
 * @param maxElements members and array elements in the whole body
 */
public record JsonLimits(int maxDepth, int maxStringLength, int maxElements) {

    /** Room for a group of 100,000 members, and for photos as text. */
    public static final JsonLimits DEFAULT = new JsonLimits(12, 1_000_000, 1_000_000);
}
