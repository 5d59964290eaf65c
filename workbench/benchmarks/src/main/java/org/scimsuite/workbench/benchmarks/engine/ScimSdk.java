package org.scimsuite.workbench.benchmarks.engine;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.request.PatchOpRequest;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.resources.FilterResourceResolver;
import de.captaingoldfish.scim.sdk.server.patch.PatchRequestHandler;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import de.captaingoldfish.scim.sdk.server.schemas.validation.RequestResourceValidator;
import de.captaingoldfish.scim.sdk.server.utils.RequestUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** SCIM-SDK (Captain Goldfish): resources as typed JSON trees, handled by its endpoint. */
final class ScimSdk implements Engine {

    private static final String ID = "2819c223-7f76-453a-919d-413861904646";

    private final ServiceProvider provider = ServiceProvider.builder()
            .filterConfig(FilterConfig.builder().supported(true).maxResults(50).build())
            .patchConfig(PatchConfig.builder().supported(true).build())
            .build();
    private final OneUser handler = new OneUser();
    private final ResourceType userType;

    ScimSdk() {
        ResourceEndpoint endpoint = new ResourceEndpoint(provider);
        this.userType = endpoint.registerEndpoint(new UserEndpointDefinition(handler));
    }

    @Override
    public FilterNode parse(String filter) {
        return RequestUtils.parseFilter(userType, filter);
    }

    @Override
    public Predicate<Object> evaluator(String filter) {
        FilterNode parsed = parse(filter);
        return user -> !FilterResourceResolver.filterResources(provider, List.of((User) user), parsed)
                .isEmpty();
    }

    @Override
    public User user(byte[] json) {
        return JsonHelper.readJsonDocument(text(json), User.class);
    }

    @Override
    public Object patch(Object user, byte[] body) {
        handler.user = (User) user;
        PatchOpRequest request = JsonHelper.readJsonDocument(text(body), PatchOpRequest.class);
        return new PatchRequestHandler<User>(ID, handler, List.of(), new Context(null)).handlePatchRequest(request);
    }

    @Override
    public byte[] write(Object user) {
        return JsonHelper.toJsonString((JsonNode) user).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object readForCreate(byte[] json) {
        JsonNode document = JsonHelper.readJsonDocument(text(json));
        return new RequestResourceValidator(provider, userType, HttpMethod.POST).validateDocument(document);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** A directory with one user in it. */
    private static final class OneUser extends ResourceHandler<User> {

        private User user = new User();

        @Override
        public User getResource(
                String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
            return JsonHelper.copyResourceToObject(user.deepCopy(), User.class);
        }

        @Override
        public User updateResource(User changed, Context context) {
            return changed;
        }

        @Override
        public User createResource(User created, Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PartialListResponse<User> listResources(
                long startIndex,
                int count,
                FilterNode filter,
                SchemaAttribute sortBy,
                SortOrder sortOrder,
                List<SchemaAttribute> attributes,
                List<SchemaAttribute> excluded,
                Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteResource(String id, Context context) {
            throw new UnsupportedOperationException();
        }
    }
}
