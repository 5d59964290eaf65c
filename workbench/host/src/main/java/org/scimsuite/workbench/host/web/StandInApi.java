package org.scimsuite.workbench.host.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scimsuite.workbench.host.directory.Faults.Action;
import org.scimsuite.workbench.host.directory.Faults.Fault;
import org.scimsuite.workbench.host.directory.Faults.Point;
import org.scimsuite.workbench.host.directory.StandInCrowd;
import org.scimsuite.workbench.host.directory.UserRow;
import org.scimsuite.workbench.host.product.ProductState;

/**
 * The host's windows for tests, for admins only: who is in a directory, which directories and groups there are, changes of groups
 * by hand, what only this product has, and faults to order. A change must carry {@code X-Atlassian-Token}, as everywhere in the products.
 */
final class StandInApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandInCrowd crowd;
    private final ProductState product;
    private final StandInGroups groups;

    StandInApi(StandInCrowd crowd, ProductState product) {
        this.crowd = crowd;
        this.product = product;
        this.groups = new StandInGroups(crowd);
    }

    void serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> user = CurrentUser.name();
        if (user.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"stand-in\"");
            Answers.json(response, 401, message("Log in as admin first"));
        } else if (!crowd.isSystemAdmin(user.get())) {
            Answers.json(response, 403, message("Only for admins"));
        } else if (!request.getMethod().equals("GET") && !"no-check".equals(request.getHeader("X-Atlassian-Token"))) {
            Answers.json(response, 403, message("XSRF check failed"));
        } else {
            admitted(request.getMethod() + ' ' + path, request, response);
        }
    }

    private void admitted(String call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (call) {
            case "GET /stand-in/directories" -> Answers.json(response, 200, directories());
            case "GET /stand-in/product" ->
                Answers.json(response, 200, product.show().toString());
            case "POST /stand-in/product" -> order(request, response);
            case "POST /stand-in/faults" -> fault(request, response);
            case "GET /stand-in/people",
                    "GET /stand-in/groups",
                    "POST /stand-in/groups",
                    "DELETE /stand-in/groups",
                    "POST /stand-in/members",
                    "DELETE /stand-in/members" -> inDirectory(call, request, response);
            default -> Answers.json(response, 404, message("The stand-in has no " + call));
        }
    }

    private void inDirectory(String call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long directory;
        try {
            directory = Long.parseLong(String.valueOf(request.getParameter("directory")));
        } catch (NumberFormatException e) {
            Answers.json(response, 400, message("?directory= takes the id of a directory"));
            return;
        }
        switch (call) {
            case "GET /stand-in/people" -> people(directory, response);
            case "GET /stand-in/groups" -> groups.show(directory, response);
            default -> groups.change(call.replace("/stand-in/", ""), directory, request, response);
        }
    }

    private void people(long directory, HttpServletResponse response) throws IOException {
        Optional<List<UserRow>> people = crowd.people(directory);
        if (people.isEmpty()) {
            Answers.json(response, 404, message("There is no directory " + directory));
            return;
        }
        ArrayNode list = JSON.createArrayNode();
        people.get().forEach(person -> list.addObject()
                .put("name", person.name())
                .put("displayName", person.displayName())
                .put("firstName", person.firstName())
                .put("lastName", person.lastName())
                .put("email", person.email())
                .put("active", person.active())
                .put("externalId", person.externalId()));
        Answers.json(response, 200, list.toString());
    }

    private String directories() {
        ArrayNode list = JSON.createArrayNode();
        crowd.directories().forEach(directory -> list.addObject()
                .put("id", directory.getId())
                .put("name", directory.getName())
                .put("type", directory.getType().name())
                .put("writable", !directory.getAllowedOperations().isEmpty()));
        return list.toString();
    }

    private void fault(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            JsonNode order = JSON.readTree(request.getInputStream());
            crowd.faults()
                    .arm(new Fault(
                            Point.valueOf(order.path("point").asText().toUpperCase(Locale.ROOT)),
                            order.path("operation").asText(),
                            Action.valueOf(order.path("action").asText().toUpperCase(Locale.ROOT))));
            Answers.json(response, 200, message("armed"));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            Answers.json(response, 400, message("A fault has point, operation and action"));
        }
    }

    private void order(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            product.order(JSON.readTree(request.getInputStream()));
            Answers.json(response, 200, product.show().toString());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            Answers.json(response, 400, message(String.valueOf(e.getMessage())));
        }
    }

    private static String message(String text) {
        return JSON.createObjectNode().put("message", text).toString();
    }
}
