package org.scimsuite.workbench.benchmarks.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.function.Predicate;
import org.apache.directory.scim.core.json.ObjectMapperFactory;
import org.apache.directory.scim.core.repository.DefaultPatchHandler;
import org.apache.directory.scim.core.schema.SchemaRegistry;
import org.apache.directory.scim.protocol.data.PatchRequest;
import org.apache.directory.scim.spec.extension.EnterpriseExtension;
import org.apache.directory.scim.spec.filter.Filter;
import org.apache.directory.scim.spec.filter.FilterExpressions;
import org.apache.directory.scim.spec.filter.FilterParseException;
import org.apache.directory.scim.spec.resources.ScimGroup;
import org.apache.directory.scim.spec.resources.ScimResource;
import org.apache.directory.scim.spec.resources.ScimUser;

/** Apache SCIMple: resources as beans, validated by being bound to them. */
final class Scimple implements Engine {

    private final SchemaRegistry schemas = new SchemaRegistry();
    private final ObjectReader userReader;
    private final ObjectReader groupReader;
    private final ObjectReader patchReader;
    private final ObjectWriter writer;
    private final DefaultPatchHandler patches;

    Scimple() {
        schemas.addSchema(ScimUser.class, List.of(EnterpriseExtension.class));
        schemas.addSchema(ScimGroup.class, List.of());
        ObjectMapper mapper = ObjectMapperFactory.createObjectMapper(schemas);
        this.userReader = mapper.readerFor(ScimUser.class);
        this.groupReader = mapper.readerFor(ScimGroup.class);
        this.patchReader = mapper.readerFor(PatchRequest.class);
        this.writer = mapper.writer();
        this.patches = new DefaultPatchHandler(schemas);
    }

    @Override
    public Filter parse(String filter) {
        try {
            return new Filter(filter);
        } catch (FilterParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Predicate<Object> evaluator(String filter) {
        Predicate<ScimResource> bound =
                FilterExpressions.inMemory(parse(filter), schemas.getSchema(ScimUser.SCHEMA_URI));
        return user -> bound.test((ScimUser) user);
    }

    @Override
    public ScimUser user(byte[] json) throws Exception {
        return readForCreate(json);
    }

    @Override
    public ScimUser patch(Object user, byte[] body) throws Exception {
        PatchRequest request = patchReader.readValue(body);
        return patches.apply((ScimUser) user, request.getPatchOperationList());
    }

    @Override
    public byte[] write(Object user) throws Exception {
        return writer.writeValueAsBytes(user);
    }

    @Override
    public ScimUser readForCreate(byte[] json) throws Exception {
        return userReader.readValue(json);
    }

    @Override
    public KeptGroup group(byte[] json) throws Exception {
        return new EditedGroup<ScimGroup>(
                groupReader.readValue(json),
                (group, body) -> {
                    PatchRequest request = patchReader.readValue(body);
                    return patches.apply(group, request.getPatchOperationList());
                },
                (group, out) -> writer.writeValue(out, group));
    }
}
