package org.scimsuite.core.endpoint;

import org.scimsuite.core.message.ScimError;
import org.scimsuite.core.message.ScimRequest;

/**
 * The requests that a request is made of: each is answered as if it had come alone, and has a journal entry of its own that
 * names the outer one.
 */
interface InnerRequests {

    /** Stores what the outer request is going to do, before any inner one; if the process ends, this remains. */
    void begin(String sentence);

    /**
     * Answers one. Every problem is an answer.
     *
     * @param number its place in the outer request, from 1
     */
    Answer answer(int number, ScimRequest request);

    /** Refuses one that cannot be carried out. */
    Answer refuse(int number, ScimRequest request, ScimError error);
}
