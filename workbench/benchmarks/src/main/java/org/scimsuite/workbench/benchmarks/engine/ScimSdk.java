package org.scimsuite.workbench.benchmarks.engine;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.request.PatchOpRequest;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.base.GroupEndpointDefinition;
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
    private final OneUser users = new OneUser();
    private final OneGroup groups = new OneGroup();
    private final ResourceType userType;

    ScimSdk() {
        ResourceEndpoint endpoint = new ResourceEndpoint(provider);
        this.userType = endpoint.registerEndpoint(new UserEndpointDefinition(users));
        endpoint.registerEndpoint(new GroupEndpointDefinition(groups));
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
        return patch(users, (User) user, body);
    }

    private static <T extends ResourceNode> T patch(OneResource<T> handler, T resource, byte[] body) {
        handler.resource = resource;
        PatchOpRequest request = JsonHelper.readJsonDocument(text(body), PatchOpRequest.class);
        return new PatchRequestHandler<T>(ID, handler, List.of(), new Context(null)).handlePatchRequest(request);
    }

    @Override
    public Engine.KeptGroup group(byte[] json) {
        return new EditedGroup<>(
                JsonHelper.readJsonDocument(text(json), Group.class),
                (group, body) -> patch(groups, group, body),
                (group, out) -> out.write(write(group)));
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

    private static final class OneUser extends OneResource<User> {
        OneUser() {
            super(User.class, new User());
        }
    }

    private static final class OneGroup extends OneResource<Group> {
        OneGroup() {
            super(Group.class, new Group());
        }
    }

    /** A directory with one resource in it; the library finds the type by the class that says which it is. */
    private abstract static class OneResource<T extends ResourceNode> extends ResourceHandler<T> {

        private final Class<T> type;
        private T resource;

        OneResource(Class<T> type, T resource) {
            this.type = type;
            this.resource = resource;
        }

        @Override
        public T getResource(
                String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
            return JsonHelper.copyResourceToObject(resource.deepCopy(), type);
        }

        @Override
        public T updateResource(T changed, Context context) {
            return changed;
        }

        @Override
        public T createResource(T created, Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PartialListResponse<T> listResources(
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
