package org.scimsuite.workbench.benchmarks.engine;

import java.util.function.Predicate;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.filter.Filter;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.patch.PatchApplier;
import org.scimsuite.core.patch.PatchReader;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ReadOptions;
import org.scimsuite.core.resource.ResourceReader;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.ResourceType;

/** Ours. */
final class ScimSuite implements Engine {

    private static final ResourceType USER = CoreSchemas.user();

    private final ResourceReader reader = new ResourceReader(USER, ReadOptions.DEFAULT);
    private final ResourceReader groupReader = new ResourceReader(CoreSchemas.group(), ReadOptions.DEFAULT);
    private final Projection everything = Projection.all(USER);

    @Override
    public Filter parse(String filter) {
        return FilterParser.parse(filter);
    }

    @Override
    public Predicate<Object> evaluator(String filter) {
        BoundFilter bound = BoundFilter.bind(parse(filter), USER);
        return user -> bound.matches((ScimResource) user);
    }

    @Override
    public ScimResource user(byte[] json) {
        return readForCreate(json);
    }

    @Override
    public ScimResource patch(Object user, byte[] body) {
        Notes notes = new Notes();
        return PatchApplier.apply((ScimResource) user, PatchReader.read(body, USER, notes), notes)
                .resource();
    }

    @Override
    public byte[] write(Object user) {
        return ResourceWriter.write((ScimResource) user, everything);
    }

    @Override
    public ScimResource readForCreate(byte[] json) {
        return reader.readForCreate(json, new Notes());
    }

    @Override
    public KeptGroup group(byte[] json) {
        return new IndexedGroup(groupReader.readForCreate(json, new Notes()));
    }
}
