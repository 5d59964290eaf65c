package org.scimsuite.core.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.ResourceType;

/** Templates that one value of the directory is made by: the first one whose placeholders all have a value wins. Immutable. */
final class ValueRule {

    private final List<Candidate> candidates;

    private ValueRule(List<Candidate> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    private record Candidate(Template template, Map<String, SourcePath> sources) {

        Optional<Filled> fill(ScimResource user) {
            return template.fill(path -> sources.get(path).read(user).filter(text -> !text.isBlank()))
                    .map(text -> new Filled(text, attribute()));
        }

        /** The attribute that the text is, unchanged. */
        private Optional<SourcePath> attribute() {
            return template.placeholders().stream()
                    .filter(path -> template.toString().equals("${" + path + "}"))
                    .map(sources::get)
                    .findFirst();
        }
    }

    /**
     * What came of the rule.
     *
     * @param attribute the one attribute that the text was taken from as it is; empty when there is more to it
     */
    record Filled(String text, Optional<SourcePath> attribute) {}

    /**
     * Reads templates.
     *
     * @param users the type of the users that will be asked for values
     * @throws InvalidMappingException when one cannot be read, or names an attribute that cannot be used
     */
    static ValueRule of(List<String> templates, ResourceType users) {
        List<Candidate> candidates = new ArrayList<>();
        for (String text : templates) {
            Template template = Template.parse(text);
            Map<String, SourcePath> sources = new HashMap<>();
            template.placeholders().forEach(path -> sources.put(path, SourcePath.of(path, users)));
            candidates.add(new Candidate(template, Map.copyOf(sources)));
        }
        return new ValueRule(candidates);
    }

    /** Empty when no template can be filled. */
    Optional<Filled> fill(ScimResource user) {
        for (Candidate candidate : candidates) {
            Optional<Filled> filled = candidate.fill(user);
            if (filled.isPresent()) {
                return filled;
            }
        }
        return Optional.empty();
    }
}
