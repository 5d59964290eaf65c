package org.scimsuite.workbench.benchmarks.engine;

import java.io.OutputStream;
import java.util.function.Predicate;

/**
 * A SCIM engine, used as its own documentation says. Each method is one kind of work that is measured; what it needs beside
 * its input (schemas, mappers, parsers) is made once, when the engine is.
 */
interface Engine {

    /** The filter as this engine's tree. */
    Object parse(String filter);

    /** A filter that was parsed, and bound to the User schema where the engine can do that, for resources of this engine. */
    Predicate<Object> evaluator(String filter) throws Exception;

    /** A user in memory, as this engine keeps it. */
    Object user(byte[] json) throws Exception;

    /** Reads a PATCH body and applies it: the result as this engine keeps it, validated. The user itself stays as it was. */
    Object patch(Object user, byte[] body) throws Exception;

    /** A user as JSON. */
    byte[] write(Object user) throws Exception;

    /** Reads the body of a POST and validates it. */
    Object readForCreate(byte[] json) throws Exception;

    /** A group in memory, as this engine keeps it. */
    KeptGroup group(byte[] json) throws Exception;

    /** A group whose members are edited. */
    interface KeptGroup {

        /** Reads a PATCH body and carries it out: the group with other members. */
        Object patch(byte[] body) throws Exception;

        /** Goes back to the members before the last PATCH, where the engine changed them in place. */
        default void undo() {}

        /** A result of {@link #patch} as JSON. */
        byte[] write(Object group) throws Exception;

        /** Sends the group before any PATCH as JSON, as this engine answers a request. */
        void send(OutputStream out) throws Exception;
    }
}
