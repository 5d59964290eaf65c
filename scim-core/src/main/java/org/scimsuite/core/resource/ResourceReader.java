package org.scimsuite.core.resource;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scimsuite.core.dialect.Notes;
import org.scimsuite.core.dialect.Tolerance;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.JsonInput;
import org.scimsuite.core.message.JsonSource;
import org.scimsuite.core.message.MemberNames;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.resource.ReadOptions.UnknownAttributes;
import org.scimsuite.core.schema.AttributePath;
import org.scimsuite.core.schema.ResourceType;

/**
 * Reads resources from JSON in one pass, led by the schema. Malformed JSON ends reading at once (400 invalidSyntax, with line
 * and column); everything else that is wrong is collected into one error. Immutable, and shared by requests.
 */
public final class ResourceReader {

    private final ResourceType type;
    private final ReadOptions options;
    private final JsonSource source;

    public ResourceReader(ResourceType type, ReadOptions options) {
        this.type = type;
        this.options = options;
        this.source = new JsonSource(options.limits());
    }

    /**
     * Reads the body of a POST (RFC 7644 §3.3); readOnly attributes are left out.
     *
     * @throws ScimException 400 invalidSyntax or invalidValue
     */
    public ScimResource readForCreate(byte[] json, Notes notes) {
        Issues issues = new Issues();
        ScimResource resource = readClient(json, notes, issues);
        ResourceRules.checkRequired(resource, issues);
        issues.throwIfAny();
        return resource;
    }

    /**
     * Reads the body of a PUT (RFC 7644 §3.5.1): readOnly attributes stay those of the current resource, immutable ones must
     * not differ, everything else that is left out is cleared.
     *
     * @throws ScimException 400 invalidSyntax, invalidValue or mutability
     */
    public ScimResource readForReplace(byte[] json, ScimResource current, Notes notes) {
        Issues issues = new Issues();
        ScimResource read = readClient(json, notes, issues);
        ScimResource resource = ResourceRules.carryOver(current, withOthers(current, read), issues);
        ResourceRules.checkRequired(resource, issues);
        issues.throwIfAny();
        return resource;
    }

    /** A client that cannot see what was kept before cannot mean to clear it. */
    private ScimResource withOthers(ScimResource current, ScimResource read) {
        return options.unknownAttributes() == UnknownAttributes.KEEP ? read : read.withOthers(current.others());
    }

    /**
     * Reads what {@link ResourceWriter#writeStored} wrote; blank text is a resource without values.
     *
     * @throws IllegalStateException when the text is no such JSON
     */
    public ScimResource readStored(String json) {
        if (json.isBlank()) {
            return ScimResource.empty(type);
        }
        Issues issues = new Issues();
        Notes unused = new Notes();
        ValueReader values = new ValueReader(ValueReader.Origin.STORE, UnknownAttributes.IGNORE, unused, issues);
        try {
            ScimResource resource = new Body(source.open(json), values, UnknownAttributes.KEEP, unused, issues).read();
            issues.throwIfAny();
            return resource;
        } catch (ScimException e) {
            throw new IllegalStateException("The stored resource cannot be read: " + e.getMessage(), e);
        }
    }

    private ScimResource readClient(byte[] json, Notes notes, Issues issues) {
        ValueReader values = new ValueReader(ValueReader.Origin.CLIENT, options.unknownAttributes(), notes, issues);
        Body body = new Body(source.open(json), values, options.unknownAttributes(), notes, issues);
        ScimResource resource = body.read();
        body.checkSchemas(resource);
        return resource;
    }

    /** The state of reading one body. */
    private final class Body {

        private final JsonInput json;
        private final ValueReader values;
        private final UnknownAttributes unknown;
        private final Notes notes;
        private final Issues issues;
        private final ComplexValue.Builder base = new ComplexValue.Builder(type.attributes());
        private final MemberNames otherNames = new MemberNames();
        private final List<ComplexValue> extensions = new ArrayList<>();
        private final List<String> schemas = new ArrayList<>();
        private OtherAttributes others = OtherAttributes.NONE;

        Body(JsonInput json, ValueReader values, UnknownAttributes unknown, Notes notes, Issues issues) {
            this.json = json;
            this.values = values;
            this.unknown = unknown;
            this.notes = notes;
            this.issues = issues;
            type.extensions()
                    .forEach(extension ->
                            extensions.add(ComplexValue.empty(extension.schema().attributes())));
        }

        ScimResource read() {
            while (json.next() != JsonToken.END_OBJECT) {
                String name = json.name();
                json.next();
                if (!values.member(json, name, base)) {
                    otherNames.add(name, json);
                    other(name);
                }
            }
            json.end();
            return new ScimResource(type, base.build(), extensions, others);
        }

        private void other(String name) {
            Optional<Integer> extension = type.extension(name);
            if (name.equalsIgnoreCase("schemas")) {
                schemas();
            } else if (extension.isPresent()) {
                extension(extension.get());
            } else if (unknown == UnknownAttributes.KEEP) {
                others = others.with(name, json.tree());
            } else if (AttributePath.isUri(name)) {
                unknownSchema(name);
                json.skipValue();
            } else {
                values.unknown(json, name);
            }
        }

        private void extension(int index) {
            String uri = type.extensions().get(index).schema().id();
            if (json.token() == JsonToken.START_OBJECT) {
                issues.enter(uri);
                extensions.set(index, values.object(json, type.attributes(index)));
                issues.leave();
            } else if (json.token() != JsonToken.VALUE_NULL) {
                issues.add(ScimType.INVALID_VALUE, uri + " must be an object");
                json.skipValue();
            }
        }

        private void schemas() {
            if (json.token() == JsonToken.VALUE_STRING) {
                schemas.add(json.text());
                return;
            }
            for (var uri : json.tree()) {
                if (uri.isTextual()) {
                    schemas.add(uri.textValue());
                }
            }
        }

        private void unknownSchema(String uri) {
            if (!notes.tolerates(Tolerance.UNKNOWN_SCHEMA)) {
                issues.add(ScimType.INVALID_VALUE, Excerpt.of(uri) + " is not a schema of " + type);
            }
        }

        /** Whether {@code schemas} agrees with the body (RFC 7643 §3); what is answered follows from the values. */
        void checkSchemas(ScimResource resource) {
            if (!lists(type.schema().id()) && !notes.tolerates(Tolerance.SCHEMAS_MISSING)) {
                issues.add(
                        ScimType.INVALID_VALUE,
                        "schemas must contain " + type.schema().id());
            }
            for (String uri : schemas) {
                if (!type.schema().id().equalsIgnoreCase(uri)
                        && type.extension(uri).isEmpty()
                        && unknown != UnknownAttributes.KEEP) {
                    unknownSchema(uri);
                }
            }
            for (int index = 0; index < type.extensions().size(); index++) {
                String uri = type.extensions().get(index).schema().id();
                if (!resource.attributes(index).isEmpty()
                        && !lists(uri)
                        && !notes.tolerates(Tolerance.EXTENSION_NOT_LISTED)) {
                    issues.add(ScimType.INVALID_VALUE, "schemas must contain " + uri);
                }
            }
        }

        private boolean lists(String uri) {
            for (String listed : schemas) {
                if (listed.equalsIgnoreCase(uri)) {
                    return true;
                }
            }
            return false;
        }
    }
}
