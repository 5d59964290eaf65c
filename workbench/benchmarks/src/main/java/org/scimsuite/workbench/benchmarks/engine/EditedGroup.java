package org.scimsuite.workbench.benchmarks.engine;

/** A group of an engine that makes another resource of it for each PATCH, and leaves the first as it was. */
final class EditedGroup<T> implements Engine.KeptGroup {

    private final T before;
    private final Patch<T> patch;
    private final Write<T> write;

    EditedGroup(T before, Patch<T> patch, Write<T> write) {
        this.before = before;
        this.patch = patch;
        this.write = write;
    }

    /** How the engine carries out a PATCH. */
    interface Patch<T> {
        T apply(T group, byte[] body) throws Exception;
    }

    /** How the engine writes JSON. */
    interface Write<T> {
        byte[] apply(T group) throws Exception;
    }

    @Override
    public Object patch(byte[] body) throws Exception {
        return patch.apply(before, body);
    }

    @Override
    @SuppressWarnings("unchecked")
    public byte[] write(Object group) throws Exception {
        return write.apply((T) group);
    }

    @Override
    public byte[] write() throws Exception {
        return write.apply(before);
    }
}
