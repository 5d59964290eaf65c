package org.scimsuite.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The mapping of one connection, over the admin API. */
public final class MappingClient {

    private final AdminClient admin;
    private final String path;

    MappingClient(AdminClient admin, String connectionId) {
        this.admin = admin;
        this.path = "/connections/" + connectionId;
    }

    /** Returns the number of the version in force; 0 when none was ever saved. */
    public long version() {
        return expect(200, admin.get(path + "/mapping")).json().path("version").asLong();
    }

    /** Sends a bundle to be saved as the version after the given one. */
    public Reply trySave(long version, String bundle) {
        return admin.change("PUT", path + "/mapping?comment=acceptance&version=" + version, bundle);
    }

    /** Saves a bundle as the version after the given one, which must succeed. */
    public void save(long version, String bundle) {
        expect(200, trySave(version, bundle));
    }

    /** Returns the tasks that are not done. */
    public Reply tasks() {
        return expect(200, admin.get(path + "/tasks"));
    }

    /** Asks for everybody to be compared with the mapping and the directory. */
    public void alignAgain() {
        expect(202, admin.change("POST", path + "/tasks/align", ""));
    }

    /** Has it computed what a bundle would do. */
    public void startPreview(String bundle) {
        expect(202, admin.change("POST", path + "/mapping/previews", bundle));
    }

    /** Returns the last preview, which may still be computed. */
    public Reply preview() {
        return expect(200, admin.get(path + "/mapping/previews"));
    }

    /** Makes an earlier version the mapping in force again. */
    public void returnTo(long earlier, long version) {
        expect(200, admin.change("POST", path + "/mapping/versions/" + earlier + "/return?version=" + version, ""));
    }

    /** Returns the versions, newest first. */
    public JsonNode history() {
        return expect(200, admin.get(path + "/mapping/versions")).json();
    }

    /** Returns the mapping in force as a document to carry away. */
    public String export() {
        return expect(200, admin.get(path + "/mapping/bundle")).text();
    }

    /** Asks why somebody is in a local group, or why not. */
    public Reply why(String userId, String localGroup) {
        return expect(200, admin.get(path + "/why?person=" + encoded(userId) + "&group=" + encoded(localGroup)));
    }

    private static Reply expect(int status, Reply reply) {
        if (reply.status() != status) {
            throw new IllegalStateException("The admin API answers " + reply.status() + ": " + reply.text());
        }
        return reply;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
