package org.scimsuite.core.provision;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.scimsuite.core.patch.GroupEdit;
import org.scimsuite.core.resource.Projection;
import org.scimsuite.core.schema.AttributeDefinition;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.GroupMember;
import org.scimsuite.core.store.GroupMember.Kind;

/**
 * Writes the members of groups as one answer shows them. A group may have a hundred thousand, so they go from their records
 * to the answer without values in between, and what is the same for all of a kind is encoded once. Not for several threads.
 */
public final class MemberWriter {

    private static final AttributeTarget MEMBERS = GroupEdit.members();

    private static final int DISPLAY = MEMBERS.attribute().subAttributes().indexOf("display");

    private static final AttributeDefinition DISPLAY_PART =
            MEMBERS.attribute().subAttributes().get(DISPLAY);

    private final Map<Kind, MemberText> texts = new EnumMap<>(Kind.class);
    private final boolean displayShown;

    /**
     * @param types what each kind of member is; those of other kinds are passed over
     */
    public MemberWriter(String baseUri, Map<Kind, ResourceType> types, Projection shown) {
        types.forEach((kind, type) -> texts.put(kind, new MemberText(baseUri, type, MEMBERS, shown)));
        this.displayShown = shown.shows(MEMBERS.sub(DISPLAY));
    }

    /**
     * Writes the members as an attribute of the current object; no attribute when nothing of any of them is shown.
     *
     * @param json writes to a stream of bytes
     */
    public void write(JsonGenerator json, Iterator<GroupMember> members) throws IOException {
        boolean begun = false;
        while (members.hasNext()) {
            GroupMember member = members.next();
            MemberText text = texts.get(member.kind());
            boolean display = displayShown && member.display().isPresent();
            if (text == null || (text.isEmpty() && !display)) {
                continue;
            }
            if (!begun) {
                json.writeFieldName(MEMBERS.attribute().jsonName());
                json.writeStartArray();
                begun = true;
            }
            json.writeStartObject();
            text.write(json, member.id());
            if (display) {
                json.writeFieldName(DISPLAY_PART.jsonName());
                json.writeString(member.display().get());
            }
            json.writeEndObject();
        }
        if (begun) {
            json.writeEndArray();
        }
    }
}
