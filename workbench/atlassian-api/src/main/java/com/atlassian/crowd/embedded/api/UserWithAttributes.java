package com.atlassian.crowd.embedded.api;

/** A user with attributes. */
public interface UserWithAttributes extends User, Attributes {}
