package org.scimsuite.workbench.host.web;

import com.atlassian.crowd.exception.CrowdException;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.directory.StandInCrowd.GroupView;

/** Local groups, shown and changed past the plugin, as an admin of the product does by hand. */
final class StandInGroups {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandInCrowd crowd;

    StandInGroups(StandInCrowd crowd) {
        this.crowd = crowd;
    }

    void show(long directory, HttpServletResponse response) throws IOException {
        Optional<List<GroupView>> groups = crowd.groups(directory);
        if (groups.isEmpty()) {
            answer(response, 404, "There is no directory " + directory);
            return;
        }
        ArrayNode list = JSON.createArrayNode();
        for (GroupView group : groups.get()) {
            ObjectNode shown = list.addObject().put("name", group.name());
            group.users().forEach(shown.putArray("users")::add);
            group.groups().forEach(shown.putArray("groups")::add);
        }
        Answers.json(response, 200, list.toString());
    }

    /** Carries out {@code <method> <what>}, for instance {@code POST members}, with the parameters group, user and kind. */
    void change(String change, long directory, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String group = parameter(request, "group");
        String user = parameter(request, "user");
        DirectoryManager manager = crowd.localAdmin();
        try {
            switch (change) {
                case "POST groups" ->
                    manager.addGroup(directory, template(directory, group, parameter(request, "kind")));
                case "DELETE groups" -> manager.removeGroup(directory, group);
                case "POST members" -> manager.addUserToGroup(directory, user, group);
                case "DELETE members" -> manager.removeUserFromGroup(directory, user, group);
                default -> throw new IllegalArgumentException(change);
            }
            answer(response, 200, "done");
        } catch (CrowdException | DirectoryPermissionException e) {
            answer(response, 409, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static GroupTemplate template(long directory, String name, String kind) {
        GroupTemplate template = new GroupTemplate(name, directory, GroupType.GROUP);
        template.setActive(true);
        template.setDescription(kind);
        return template;
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        Answers.json(
                response, status, JSON.createObjectNode().put("message", text).toString());
    }
}
