package org.scimsuite.core.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.OptionalInt;

/**
 * The body of an answer in UTF-8 JSON. Long ones are made while they are sent, so they never stand in memory as a whole;
 * whoever makes such a body must have found everything that can be wrong with the request before.
 */
public interface ResponseBody {

    /** No body at all. */
    ResponseBody NONE = of(new byte[0]);

    /** Writes the whole body; called at most once. The stream stays open. */
    void writeTo(OutputStream out) throws IOException;

    /** The length in bytes, where it is known before the body is written. */
    OptionalInt length();

    /** A body that is there already; the array is handed over. */
    static ResponseBody of(byte[] json) {
        return new ResponseBody() {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(json);
            }

            @Override
            public OptionalInt length() {
                return OptionalInt.of(json.length);
            }
        };
    }

    /** A body that is made while it is sent. */
    static ResponseBody streamed(Writing writing) {
        return new ResponseBody() {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                writing.writeTo(out);
            }

            @Override
            public OptionalInt length() {
                return OptionalInt.empty();
            }
        };
    }

    /** The whole body in memory: for bodies known to be short, such as those inside a bulk answer, and for tests. */
    default byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(32, length().orElse(1024)));
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether there is nothing to send. */
    default boolean isEmpty() {
        return length().orElse(1) == 0;
    }

    /** Makes a body. */
    interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }
}
