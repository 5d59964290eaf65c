package org.scimsuite.core.bundle;

/**
 * One thing that is wrong with a document.
 *
 * @param line from 1
 * @param column from 1
 * @param path a JSON pointer (RFC 6901); empty for the whole document
 * @param sentence for the administrator
 */
public record BundleProblem(int line, int column, String path, String sentence) {

    @Override
    public String toString() {
        return "Line " + line + ", column " + column + (path.isEmpty() ? "" : " (" + path + ")") + ": " + sentence;
    }
}
