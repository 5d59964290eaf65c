package org.scimsuite.workbench.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.scimsuite.workbench.replay.StandInPeople;

/** The local groups of a directory, seen and changed past SCIM, as an admin of the product does by hand. */
public final class LocalGroups {

    private final AdminClient admin;
    private final long directoryId;
    private final StandInPeople view;

    LocalGroups(AdminClient admin, long directoryId) {
        this.admin = admin;
        this.directoryId = directoryId;
        this.view = admin.people(directoryId);
    }

    /** Returns the names of all groups with those of their direct members, in the order of the directory. */
    public Map<String, List<String>> all() {
        return view.groups();
    }

    /** Returns the names of the members of a group; none too when there is no such group. */
    public List<String> members(String group) {
        return all().getOrDefault(group, List.of());
    }

    public void create(String group) {
        change("POST", "groups", group, "", "");
    }

    /** Makes a group that the directory takes from elsewhere and lets nobody change. */
    public void createReadOnly(String group) {
        change("POST", "groups", group, "", "read-only");
    }

    public void remove(String group) {
        change("DELETE", "groups", group, "", "");
    }

    public void add(String group, String user) {
        change("POST", "members", group, user, "");
    }

    public void take(String group, String user) {
        change("DELETE", "members", group, user, "");
    }

    private void change(String method, String what, String group, String user, String kind) {
        Reply reply = admin.sendToHost(
                method,
                "/stand-in/" + what + "?directory=" + directoryId + "&group=" + encoded(group) + "&user="
                        + encoded(user) + "&kind=" + encoded(kind));
        if (reply.status() != 200) {
            throw new IllegalStateException("The host refuses: " + reply.status() + " " + reply.text());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
