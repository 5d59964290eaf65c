package org.scimsuite.core.store;

import java.util.List;

/** Where extension schemas are kept. Every method is one transaction of its own, durable when it returns. */
public interface ExtensionSchemaStore {

    /** All of them, in the order in which they were added. */
    List<ExtensionSchema> findAll();

    /** Adds one; false when there is one of that URI. */
    boolean insert(ExtensionSchema schema);

    /** Replaces the one of the same URI if it is of the version before; false otherwise. */
    boolean update(ExtensionSchema schema);

    /** Removes one; no error when it is gone. */
    void delete(String uri);
}
