package org.scimsuite.core.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.scimsuite.core.message.ResponseBody;

/** Bodies of answers. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // whoever sends the answer knows when it is complete; until then a short one can still get a Content-Length
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private Json() {}

    /** A part of a document. */
    interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    /** A document that is made while it is sent. */
    static ResponseBody body(Part document) {
        return ResponseBody.streamed(out -> write(document, out));
    }

    /** A document that is made now. */
    static byte[] bytes(Part document) {
        return body(document).bytes();
    }

    private static void write(Part document, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            document.write(json);
        }
    }
}
