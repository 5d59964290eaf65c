package com.atlassian.crowd.model.user;

/** A user of a directory, with attributes. */
public interface UserWithAttributes extends User, com.atlassian.crowd.embedded.api.UserWithAttributes {}
