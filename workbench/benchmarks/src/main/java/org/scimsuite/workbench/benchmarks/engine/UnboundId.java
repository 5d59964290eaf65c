package org.scimsuite.workbench.benchmarks.engine;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import com.unboundid.scim2.common.utils.SchemaUtils;
import com.unboundid.scim2.server.utils.ResourceTypeDefinition;
import com.unboundid.scim2.server.utils.SchemaChecker;
import java.util.function.Predicate;

/** UnboundID SCIM 2 SDK: resources as JSON trees, checked by {@code SchemaChecker}. */
final class UnboundId implements Engine {

    private final ObjectReader reader = JsonUtils.getObjectReader();
    private final ObjectReader treeReader = reader.forType(ObjectNode.class);
    private final ObjectReader patchReader = reader.forType(PatchRequest.class);
    private final ObjectWriter writer = JsonUtils.getObjectWriter();
    private final SchemaChecker checker;
    private final SchemaChecker groupChecker;

    UnboundId() throws Exception {
        this.checker = new SchemaChecker(new ResourceTypeDefinition.Builder("User", "/Users")
                .setCoreSchema(SchemaUtils.getSchema(UserResource.class))
                .addOptionalSchemaExtension(SchemaUtils.getSchema(EnterpriseUserExtension.class))
                .build());
        this.groupChecker = new SchemaChecker(new ResourceTypeDefinition.Builder("Group", "/Groups")
                .setCoreSchema(SchemaUtils.getSchema(GroupResource.class))
                .build());
    }

    @Override
    public Filter parse(String filter) {
        try {
            return Filter.fromString(filter);
        } catch (BadRequestException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Predicate<Object> evaluator(String filter) {
        Filter parsed = parse(filter);
        return user -> {
            try {
                return FilterEvaluator.evaluate(parsed, ((GenericScimResource) user).getObjectNode());
            } catch (ScimException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public GenericScimResource user(byte[] json) throws Exception {
        return new GenericScimResource(treeReader.readValue(json));
    }

    @Override
    public GenericScimResource patch(Object user, byte[] body) throws Exception {
        return patch((GenericScimResource) user, body, checker);
    }

    private GenericScimResource patch(GenericScimResource resource, byte[] body, SchemaChecker rules) throws Exception {
        PatchRequest request = patchReader.readValue(body);
        ObjectNode copy = resource.getObjectNode().deepCopy();
        rules.checkModify(request.getOperations(), copy).throwSchemaExceptions();
        GenericScimResource result = new GenericScimResource(copy);
        request.apply(result);
        return result;
    }

    @Override
    public KeptGroup group(byte[] json) throws Exception {
        return new EditedGroup<>(
                user(json),
                (group, body) -> patch(group, body, groupChecker),
                (group, out) -> writer.writeValue(out, group.getObjectNode()));
    }

    @Override
    public byte[] write(Object user) throws Exception {
        return writer.writeValueAsBytes(((GenericScimResource) user).getObjectNode());
    }

    @Override
    public GenericScimResource readForCreate(byte[] json) throws Exception {
        ObjectNode node = checker.removeReadOnlyAttributes(treeReader.readValue(json));
        checker.checkCreate(node).throwSchemaExceptions();
        return new GenericScimResource(node);
    }
}
