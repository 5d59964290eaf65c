package org.scimsuite.core.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.scimsuite.core.bundle.Shape.AnyObject;
import org.scimsuite.core.bundle.Shape.Choice;
import org.scimsuite.core.bundle.Shape.ListOf;
import org.scimsuite.core.bundle.Shape.MapOf;
import org.scimsuite.core.bundle.Shape.Member;
import org.scimsuite.core.bundle.Shape.ObjectOf;
import org.scimsuite.core.bundle.Shape.Presence;
import org.scimsuite.core.bundle.Shape.Text;
import org.scimsuite.core.bundle.Shape.TypedObject;
import org.scimsuite.core.mapping.MappingWords;
import org.scimsuite.core.message.Excerpt;

/**
 * Compares a document with its shape and goes on after a problem.
 *
 * @param problems takes the JSON pointer and the sentence of each
 */
record ShapeChecker(BiConsumer<String, String> problems) {

    void check(JsonNode node, Shape shape, String path) {
        if (shape instanceof Text text) {
            text(node, text, path);
        } else if (shape instanceof Shape.Constant number) {
            if (!node.isNumber() || node.decimalValue().compareTo(BigDecimal.valueOf(number.value())) != 0) {
                add(path, "This must be " + number.value() + "; a newer version of the plugin may be needed.");
            }
        } else if (shape instanceof Choice choice) {
            if (!node.isTextual() || !choice.words().contains(node.textValue())) {
                add(path, "This must be " + String.join(" or ", choice.words()) + ".");
            }
        } else if (shape instanceof ListOf list) {
            list(node, list, path);
        } else if (shape instanceof MapOf map) {
            map(node, map, path);
        } else if (shape instanceof ObjectOf object) {
            object(node, object, path);
        } else if (shape instanceof TypedObject typed) {
            typed(node, typed, path);
        } else if (shape instanceof AnyObject) {
            isObject(node, path);
        }
    }

    private void text(JsonNode node, Text text, String path) {
        if (!node.isTextual()) {
            add(path, "This must be a text.");
        } else if (node.textValue().codePointCount(0, node.textValue().length()) > text.maxLength()) {
            add(path, "This text is longer than " + text.maxLength() + " characters.");
        }
    }

    private void list(JsonNode node, ListOf list, String path) {
        if (!node.isArray()) {
            add(path, "This must be a list.");
            return;
        }
        if (node.size() > list.max()) {
            add(path, "This list is longer than " + list.max() + ".");
            return;
        }
        for (int index = 0; index < node.size(); index++) {
            check(node.get(index), list.element(), path + "/" + index);
        }
    }

    private void map(JsonNode node, MapOf map, String path) {
        if (!isObject(node, path)) {
            return;
        }
        if (node.size() > map.max()) {
            add(path, "This has more than " + map.max() + " members.");
            return;
        }
        node.properties().forEach(entry -> check(entry.getValue(), map.value(), step(path, entry.getKey())));
    }

    private void typed(JsonNode node, TypedObject typed, String path) {
        if (!isObject(node, path)) {
            return;
        }
        Optional<ObjectOf> type = Optional.ofNullable(typed.types()
                .get(node.path("type").isTextual() ? node.get("type").textValue() : ""));
        type.ifPresentOrElse(
                object -> object(node, object, path),
                () -> add(
                        path + "/type",
                        "The type must be " + String.join(" or ", typed.types().keySet()) + "."));
    }

    private void object(JsonNode node, ObjectOf object, String path) {
        if (!isObject(node, path)) {
            return;
        }
        Map<String, Shape> shapes = object.byName();
        node.properties().forEach(entry -> {
            Shape shape = shapes.get(entry.getKey());
            if (shape == null) {
                add(
                        step(path, entry.getKey()),
                        "\"" + Excerpt.of(entry.getKey()) + "\" is not known here; known are "
                                + String.join(", ", shapes.keySet()) + ".");
            } else {
                check(entry.getValue(), shape, step(path, entry.getKey()));
            }
        });
        for (Member member : object.members()) {
            if (member.presence() == Presence.REQUIRED && !node.has(member.name())) {
                add(path, "\"" + member.name() + "\" is missing here.");
            }
        }
    }

    private boolean isObject(JsonNode node, String path) {
        if (!node.isObject()) {
            add(path, "This must be an object.");
        }
        return node.isObject();
    }

    private static String step(String path, String name) {
        return path + "/" + MappingWords.pointer(name);
    }

    private void add(String path, String sentence) {
        problems.accept(path, sentence);
    }
}
