package org.scimsuite.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the admin API's journal. */
final class Journal {

    private Journal() {}

    /** Returns the entries, newest first. */
    static List<JsonNode> entries(Reply journal) {
        List<JsonNode> entries = new ArrayList<>();
        journal.json().forEach(entries::add);
        return entries;
    }
}
