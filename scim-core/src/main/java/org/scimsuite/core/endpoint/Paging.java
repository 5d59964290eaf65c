package org.scimsuite.core.endpoint;

import java.math.BigInteger;
import java.util.Optional;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.ResourceQuery.PageRequest.Index;

/** Reads {@code startIndex} and {@code count} (RFC 7644 §3.4.2.4). */
final class Paging {

    static final int MAX_COUNT = 1000;

    private static final int DEFAULT_COUNT = 100;

    private Paging() {}

    /**
     * The window a request asks for; values out of range are brought into it.
     *
     * @throws ScimException 400 invalidValue when a value is no whole number
     */
    static Index of(ScimRequest request) {
        int startIndex = number(request, "startIndex")
                .map(value -> clamp(value, 1, Integer.MAX_VALUE))
                .orElse(1);
        int count = number(request, "count")
                .map(value -> clamp(value, 0, MAX_COUNT))
                .orElse(DEFAULT_COUNT);
        return new Index(startIndex, count);
    }

    private static int clamp(BigInteger value, int least, int most) {
        return value.max(BigInteger.valueOf(least))
                .min(BigInteger.valueOf(most))
                .intValue();
    }

    private static Optional<BigInteger> number(ScimRequest request, String name) {
        return request.queryParameter(name).filter(text -> !text.isBlank()).map(text -> parse(name, text.strip()));
    }

    private static BigInteger parse(String name, String text) {
        if (!text.matches("[+-]?[0-9]{1,30}")) {
            throw ScimException.badRequest(ScimType.INVALID_VALUE, name + " must be a whole number.");
        }
        return new BigInteger(text);
    }
}
