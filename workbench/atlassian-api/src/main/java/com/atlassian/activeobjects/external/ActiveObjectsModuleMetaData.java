package com.atlassian.activeobjects.external;

/** About the tables of one plugin; nothing of it is called. */
public interface ActiveObjectsModuleMetaData {}
