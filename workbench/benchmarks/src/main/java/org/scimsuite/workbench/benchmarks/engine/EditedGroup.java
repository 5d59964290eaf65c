package org.scimsuite.workbench.benchmarks.engine;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** A group of an engine that makes another resource of it for each PATCH, and leaves the first as it was. */
final class EditedGroup<T> implements Engine.KeptGroup {

    private final T before;
    private final Patch<T> patch;
    private final Send<T> send;

    EditedGroup(T before, Patch<T> patch, Send<T> send) {
        this.before = before;
        this.patch = patch;
        this.send = send;
    }

    /** How the engine carries out a PATCH. */
    interface Patch<T> {
        T apply(T group, byte[] body) throws Exception;
    }

    /** How the engine answers with JSON. */
    interface Send<T> {
        void apply(T group, OutputStream out) throws Exception;
    }

    @Override
    public Object patch(byte[] body) throws Exception {
        return patch.apply(before, body);
    }

    @Override
    @SuppressWarnings("unchecked")
    public byte[] write(Object group) throws Exception {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        send.apply((T) group, json);
        return json.toByteArray();
    }

    @Override
    public void send(OutputStream out) throws Exception {
        send.apply(before, out);
    }
}
