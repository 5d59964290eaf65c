package org.scimsuite.atlassian.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.scimsuite.atlassian.wiring.PluginRuntime;
import org.scimsuite.core.admin.AdminResult;
import org.scimsuite.core.directory.DirectoryException;
import org.scimsuite.core.message.ScimException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every call of the admin API goes through: system administrators only, whatever the product's annotation does; no changes
 * on behalf of another web site; errors as JSON, without internals.
 */
final class AdminCalls {

    private static final Logger LOG = LoggerFactory.getLogger(AdminCalls.class);
    private static final String JSON = "application/json";

    private AdminCalls() {}

    /** A call that changes nothing. */
    static Response read(Function<PluginRuntime, JsonNode> call) {
        return guarded(runtime -> answer(200, call.apply(runtime)));
    }

    /** A call that changes nothing and answers a JSON document as it is kept in files. */
    static Response text(Function<PluginRuntime, String> call) {
        return guarded(runtime -> answer(200, call.apply(runtime)));
    }

    /** A call that changes something and has no body. */
    static Response change(HttpHeaders headers, Function<PluginRuntime, Response> call) {
        return guarded(runtime -> {
            refuseForgery(headers, runtime);
            return call.apply(runtime);
        });
    }

    /** A call that changes something and has a body, which must be sent as JSON. */
    static Response changeWithBody(HttpHeaders headers, Function<PluginRuntime, Response> call) {
        return change(headers, runtime -> {
            String type = Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))
                    .orElse("");
            if (!type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
                throw new AdminRefusal(415, "Send the body as application/json.");
            }
            return call.apply(runtime);
        });
    }

    /** The answer to what became of a change. */
    static <T> Response result(AdminResult<T> result, int status, Function<T, JsonNode> json) {
        return answer(status, json.apply(value(result)));
    }

    /** The answer to what became of a removal. */
    static Response removed(AdminResult<?> result) {
        value(result);
        return Response.noContent().build();
    }

    /**
     * The value of what is done.
     *
     * @throws AdminRefusal for everything else
     */
    static <T> T value(AdminResult<T> result) {
        if (result instanceof AdminResult.Done<T> done) {
            return done.value();
        }
        if (result instanceof AdminResult.Invalid<T> invalid) {
            throw new AdminRefusal(400, invalid.errors());
        }
        if (result instanceof AdminResult.Conflict<T> conflict) {
            throw new AdminRefusal(409, List.of(conflict.error()));
        }
        throw new AdminRefusal(404, "There is nothing of this id.");
    }

    private static Response guarded(Function<PluginRuntime, Response> call) {
        try {
            PluginRuntime runtime = PluginRuntime.current()
                    .orElseThrow(() -> new AdminRefusal(503, "The plugin is being started. Try again."));
            return switch (runtime.caller()) {
                case NOBODY -> throw new AdminRefusal(401, "Log in as a system administrator.");
                case SOMEBODY -> throw new AdminRefusal(403, "Only system administrators may do this.");
                case SYSTEM_ADMIN -> call.apply(runtime);
            };
        } catch (AdminRefusal refusal) {
            return answer(refusal.status(), AdminJson.errors(refusal.errors()));
        } catch (ScimException e) {
            return answer(
                    e.error().status(),
                    AdminJson.errors(
                            new AdminRefusal(e.error().status(), e.error().detail()).errors()));
        } catch (DirectoryException e) {
            return answer(503, AdminJson.errors(new AdminRefusal(503, e.getMessage()).errors()));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A call of the admin API failed", e);
            return answer(
                    500,
                    AdminJson.errors(
                            new AdminRefusal(500, "Something broke; the product's log has the cause.").errors()));
        }
    }

    /** A form of another site can send neither this header nor JSON; a script of another site is betrayed by its origin. */
    private static void refuseForgery(HttpHeaders headers, PluginRuntime runtime) {
        String check = Optional.ofNullable(headers.getHeaderString("X-Atlassian-Token"))
                .orElse("");
        if (!check.toLowerCase(Locale.ROOT).equals("no-check")) {
            throw new AdminRefusal(403, "Send the header X-Atlassian-Token: no-check.");
        }
        String origin = headers.getHeaderString("Origin");
        if (origin != null && !origin.equalsIgnoreCase(runtime.address().origin())) {
            throw new AdminRefusal(403, "This call comes from a page of another site.");
        }
    }

    private static Response answer(int status, JsonNode json) {
        return answer(status, AdminJson.text(json));
    }

    private static Response answer(int status, String json) {
        return Response.status(status)
                .type(JSON)
                .header("Cache-Control", "no-store")
                .entity(json)
                .build();
    }
}
