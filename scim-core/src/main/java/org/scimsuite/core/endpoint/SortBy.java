package org.scimsuite.core.endpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.message.Excerpt;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.schema.AttributeTable;
import org.scimsuite.core.schema.AttributeTarget;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.schema.Returned;

/** The attribute of {@code sortBy} (RFC 7644 §3.4.2.3) in each type that has it. */
final class SortBy {

    private final Map<ResourceType, AttributeTarget> targets = new HashMap<>();

    private SortBy() {}

    /**
     * Finds the attribute.
     *
     * @throws ScimException 400 invalidPath when none of the types has it, or it has several parts and no {@code value}
     */
    static SortBy of(String path, List<ResourceType> types) {
        SortBy sortBy = new SortBy();
        for (ResourceType type : types) {
            // else the order of people would give a secret away
            type.resolve(path)
                    .filter(target -> target.attribute().returned() != Returned.NEVER
                            && target.definition().returned() != Returned.NEVER)
                    .ifPresent(target -> sortBy.targets.put(type, simple(target, path)));
        }
        if (sortBy.targets.isEmpty()) {
            throw invalid(path, "is not an attribute to sort by");
        }
        return sortBy;
    }

    Optional<AttributeTarget> target(ResourceType type) {
        return Optional.ofNullable(targets.get(type));
    }

    private static AttributeTarget simple(AttributeTarget target, String path) {
        if (!target.definition().complex()) {
            return target;
        }
        int value = target.attribute().subAttributes().indexOf("value");
        if (value == AttributeTable.ABSENT) {
            throw invalid(path, "has several parts; name the one to sort by");
        }
        return target.sub(value);
    }

    private static ScimException invalid(String path, String problem) {
        return ScimException.badRequest(ScimType.INVALID_PATH, "In sortBy, " + Excerpt.of(path) + " " + problem + ".");
    }
}
