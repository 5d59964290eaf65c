package org.scimsuite.core.resource;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Collects what a JSON generator writes. The generator has a buffer of its own and most resources fit into it, so they arrive
 * in one piece: the array is then made in the right size, and handed out without another copy.
 */
final class JsonBytes extends OutputStream {

    private byte[] bytes = new byte[0];
    private int size;

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * size));
        }
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
