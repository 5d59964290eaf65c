package org.scimsuite.core.provision;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.patch.GroupEdit;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.resource.ResourceWriter;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.store.GroupRecord;

/**
 * A group as a connection sees it.
 *
 * @param resource without the members, which are read when they are written
 */
record ProvisionedGroup(
        ProvisioningContext context, GroupRecord record, ScimResource resource, String version, GroupMembers members)
        implements ProvisionedResource {

    private static final AttributeTarget MEMBERS = GroupEdit.members();

    @Override
    public void write(JsonGenerator json, Projection shown) throws IOException {
        if (shown.shows(MEMBERS)) {
            ResourceWriter.write(json, resource, shown, () -> members.write(json, context, record.scimId(), shown));
        } else {
            ResourceWriter.write(json, resource, shown);
        }
    }

    /** Only the members that the filter asks about are read, where it asks about single ones. */
    @Override
    public boolean matches(BoundFilter filter) {
        Optional<Set<String>> asked = filter.askedTexts("members.value");
        if (asked.isPresent() && asked.get().isEmpty()) {
            return filter.matches(resource);
        }
        List<AttributeValue> elements = new ArrayList<>(
                asked.map(ids -> members.some(context, record.scimId(), ids)).orElseGet(this::allMembers));
        return filter.matches(
                elements.isEmpty() ? resource : resource.set(MEMBERS, Optional.of(new MultiValue(elements))));
    }

    private List<ComplexValue> allMembers() {
        List<ComplexValue> all = new ArrayList<>();
        members.each(context, record.scimId(), all::add);
        return all;
    }
}
