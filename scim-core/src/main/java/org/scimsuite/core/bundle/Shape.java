package org.scimsuite.core.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scimsuite.core.mapping.MappingWords;

/** What a part of a document may look like. The reader and the published JSON Schema both come from it. */
sealed interface Shape {

    /**
     * @param maxLength in characters, which are code points as in JSON Schema
     * @param description what stands in it, for readers of the JSON Schema; empty where the name of the member says it
     */
    record Text(int maxLength, String description) implements Shape {
        Text(int maxLength) {
            this(maxLength, "");
        }
    }

    /** The one value that is allowed. */
    record Constant(int value) implements Shape {}

    record Choice(List<String> words) implements Shape {
        static Choice of(Class<? extends Enum<?>> constants) {
            return new Choice(Stream.of(constants.getEnumConstants())
                    .map(MappingWords::of)
                    .toList());
        }
    }

    record ListOf(Shape element, int max) implements Shape {}

    /** Any member names, with values of one shape. */
    record MapOf(Shape value, int max) implements Shape {}

    /** A member of an object. */
    record Member(String name, Shape shape, Presence presence) {}

    /** Whether a member has to be there. */
    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /** These members and no others. */
    record ObjectOf(List<Member> members) implements Shape {

        static ObjectOf of(Member... members) {
            return new ObjectOf(List.of(members));
        }

        Map<String, Shape> byName() {
            return members.stream()
                    .collect(Collectors.toMap(Member::name, Member::shape, (a, b) -> a, LinkedHashMap::new));
        }
    }

    /** One of several objects, which are told apart by the text of their member "type". */
    record TypedObject(Map<String, ObjectOf> types) implements Shape {}

    /** An object that belongs to somebody else. */
    record AnyObject() implements Shape {}

    static Member required(String name, Shape shape) {
        return new Member(name, shape, Presence.REQUIRED);
    }

    static Member optional(String name, Shape shape) {
        return new Member(name, shape, Presence.OPTIONAL);
    }
}
