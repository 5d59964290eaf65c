package com.atlassian.crowd.search;

/** What a search is for. */
public class EntityDescriptor {
    private static final EntityDescriptor USER = new EntityDescriptor("USER");
    private static final EntityDescriptor GROUP = new EntityDescriptor("GROUP");
    private static final EntityDescriptor DIRECTORY = new EntityDescriptor("DIRECTORY");

    private final String kind;

    /** Not the product's constructor. */
    EntityDescriptor(String kind) {
        this.kind = kind;
    }

    public static EntityDescriptor user() {
        return USER;
    }

    public static EntityDescriptor group() {
        return GROUP;
    }

    public static EntityDescriptor directory() {
        return DIRECTORY;
    }

    @Override
    public String toString() {
        return kind;
    }
}
