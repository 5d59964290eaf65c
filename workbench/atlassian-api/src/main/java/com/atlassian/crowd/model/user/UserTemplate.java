package com.atlassian.crowd.model.user;

import java.io.Serializable;
import java.util.Locale;

/** A user under construction; inactive unless told otherwise. */
public class UserTemplate implements User, Serializable {
    private static final long serialVersionUID = 1L;

    private String name;
    private long directoryId;
    private boolean active;
    private String emailAddress;
    private String firstName;
    private String lastName;
    private String displayName;
    private String externalId;

    public UserTemplate(String username, long directoryId) {
        this.name = username;
        this.directoryId = directoryId;
    }

    public UserTemplate(com.atlassian.crowd.embedded.api.User user) {
        this(user.getName(), user.getDirectoryId());
        this.active = user.isActive();
        this.emailAddress = user.getEmailAddress();
        this.displayName = user.getDisplayName();
    }

    public UserTemplate(User user) {
        this(user.getName(), user.getDirectoryId());
        this.active = user.isActive();
        this.emailAddress = user.getEmailAddress();
        this.firstName = user.getFirstName();
        this.lastName = user.getLastName();
        this.displayName = user.getDisplayName();
        this.externalId = user.getExternalId();
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
    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    @Override
    public String getEmailAddress() {
        return emailAddress;
    }

    public void setEmailAddress(String emailAddress) {
        this.emailAddress = emailAddress;
    }

    @Override
    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    @Override
    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
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
        return o instanceof User other
                && other.getDirectoryId() == directoryId
                && other.getName().equalsIgnoreCase(name);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(directoryId) * 31
                + name.toLowerCase(Locale.ENGLISH).hashCode();
    }

    @Override
    public int compareTo(com.atlassian.crowd.embedded.api.User other) {
        int byName = name.compareToIgnoreCase(other.getName());
        return byName != 0 ? byName : Long.compare(directoryId, other.getDirectoryId());
    }
}
