package com.atlassian.crowd.model.user;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A user under construction, with attributes. */
public class UserTemplateWithAttributes extends UserTemplate implements UserWithAttributes {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Set<String>> attributes = new HashMap<>();

    public UserTemplateWithAttributes(String username, long directoryId) {
        super(username, directoryId);
    }

    public Map<String, Set<String>> getAttributes() {
        return attributes;
    }

    public void setAttribute(String attribute, Set<String> values) {
        attributes.put(attribute, Set.copyOf(values));
    }

    @Override
    public Set<String> getValues(String key) {
        return attributes.get(key);
    }

    @Override
    public String getValue(String key) {
        Set<String> values = attributes.get(key);
        return values == null || values.isEmpty() ? null : values.iterator().next();
    }

    @Override
    public Set<String> getKeys() {
        return attributes.keySet();
    }

    @Override
    public boolean isEmpty() {
        return attributes.isEmpty();
    }
}
