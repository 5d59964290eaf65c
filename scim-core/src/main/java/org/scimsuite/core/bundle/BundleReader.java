package org.scimsuite.core.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.MappingChecks;
import org.scimsuite.core.schema.ResourceType;

/** Reads bundles strictly: a document with anything unknown, missing or unusable in it is refused as a whole. */
public final class BundleReader {

    private BundleReader() {}

    /**
     * Reads a document that has the form of a bundle, whether or not its mapping can be used here.
     *
     * @throws InvalidBundleException with everything about its form that is wrong
     */
    public static MappingBundle read(byte[] document) {
        return bundle(checked(document).root());
    }

    /**
     * Reads a document and looks at its mapping with {@link MappingChecks} too.
     *
     * @throws InvalidBundleException with everything that is wrong, each with its line
     */
    public static MappingBundle read(byte[] document, ResourceType users, Collection<String> administratorGroups) {
        LocatedJson json = checked(document);
        MappingBundle bundle = bundle(json.root());
        List<BundleProblem> problems = MappingChecks.of(bundle.mapping(), users, administratorGroups).stream()
                .map(problem -> json.problem(problem.path(), problem.sentence()))
                .toList();
        refuse(problems);
        return bundle;
    }

    private static LocatedJson checked(byte[] document) {
        LocatedJson json = new LocatedJson(document);
        List<BundleProblem> problems = new ArrayList<>(json.problems());
        new ShapeChecker((path, sentence) -> problems.add(json.problem(path, sentence)))
                .check(json.root(), BundleShape.BUNDLE, "");
        refuse(problems);
        return json;
    }

    private static void refuse(List<BundleProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidBundleException(problems.stream()
                    .sorted(Comparator.comparingInt(BundleProblem::line).thenComparingInt(BundleProblem::column))
                    .toList());
        }
    }

    private static MappingBundle bundle(JsonNode root) {
        Map<String, ObjectNode> products = new LinkedHashMap<>();
        root.path("products")
                .properties()
                .forEach(entry -> products.put(entry.getKey(), (ObjectNode) entry.getValue()));
        return new MappingBundle(
                root.get("directory").textValue(),
                new Mapping(MappingNodes.groups(root.get("groups")), MappingNodes.users(root.get("users"))),
                products,
                Optional.ofNullable(root.get("signature")).map(BundleReader::signature));
    }

    private static MappingBundle.Signature signature(JsonNode node) {
        return new MappingBundle.Signature(
                node.get("publicKey").textValue(),
                node.get("fingerprint").textValue(),
                node.get("value").textValue());
    }
}
