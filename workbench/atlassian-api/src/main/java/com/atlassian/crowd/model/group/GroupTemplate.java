package com.atlassian.crowd.model.group;

import java.io.Serializable;
import java.util.Locale;

/** A group under construction. */
public class GroupTemplate implements Group, Serializable {
    private static final long serialVersionUID = 1L;

    private String name;
    private long directoryId;
    private GroupType type;
    private boolean active;
    private String description;
    private String externalId;

    public GroupTemplate(String name, long directoryId, GroupType type) {
        this.name = name;
        this.directoryId = directoryId;
        this.type = type;
    }

    public GroupTemplate(Group group) {
        this(group.getName(), group.getDirectoryId(), group.getType());
        this.active = group.isActive();
        this.description = group.getDescription();
        this.externalId = group.getExternalId();
    }

    @Override
    public long getDirectoryId() {
        return directoryId;
    }

    public void setDirectoryId(long directoryId) {
        this.directoryId = directoryId;
    }

    @Override
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    @Override
    public GroupType getType() {
        return type;
    }

    public void setType(GroupType type) {
        this.type = type;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    @Override
    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    @Override
    public String getExternalId() {
        return externalId;
    }

    public void setExternalId(String externalId) {
        this.externalId = externalId;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Group other
                && other.getDirectoryId() == directoryId
                && other.getName().equalsIgnoreCase(name);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(directoryId) * 31
                + name.toLowerCase(Locale.ENGLISH).hashCode();
    }

    @Override
    public int compareTo(Group other) {
        int byName = name.compareToIgnoreCase(other.getName());
        return byName != 0 ? byName : Long.compare(directoryId, other.getDirectoryId());
    }
}
