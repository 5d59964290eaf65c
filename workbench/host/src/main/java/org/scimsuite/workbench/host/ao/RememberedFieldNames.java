package org.scimsuite.workbench.host.ao;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.schema.FieldNameConverter;
import net.java.ao.schema.FieldNameProcessor;

/**
 * The names of columns, each made once. The library asks for all names of a table with every statement, and the converter makes
 * them by regular expressions: a quarter of the time of a small read.
 */
final class RememberedFieldNames implements FieldNameConverter, FieldNameProcessor {

    private final AtlassianFieldNameConverter converter = new AtlassianFieldNameConverter();
    private final Map<Method, Optional<String>> names = new ConcurrentHashMap<>();
    private final Map<Method, Optional<String>> polymorphicNames = new ConcurrentHashMap<>();
    private final Map<String, String> converted = new ConcurrentHashMap<>();

    @Override
    public String getName(Method method) {
        return names.computeIfAbsent(method, asked -> Optional.ofNullable(converter.getName(asked)))
                .orElse(null);
    }

    @Override
    public String getPolyTypeName(Method method) {
        return polymorphicNames
                .computeIfAbsent(method, asked -> Optional.ofNullable(converter.getPolyTypeName(asked)))
                .orElse(null);
    }

    @Override
    public String convertName(String name) {
        return converted.computeIfAbsent(name, converter::convertName);
    }
}
