package org.scimsuite.workbench.host.product;

import java.util.Arrays;
import java.util.Locale;

/** The products that the host can stand in for, with what each has when it is installed. */
public enum Product {
    JIRA("Jira", 2990, "jira-administrators", "jira-software-users"),
    CONFLUENCE("Confluence", 1990, "confluence-administrators", "confluence-users"),
    BITBUCKET("Bitbucket", 7990, "stash-admins", "stash-users"),
    CROWD("Crowd", 4990, "crowd-administrators", "crowd-users");

    private final String displayName;
    private final int port;
    private final String administrators;
    private final String users;

    Product(String displayName, int port, String administrators, String users) {
        this.displayName = displayName;
        this.port = port;
        this.administrators = administrators;
        this.users = users;
    }

    /**
     * The product of this short name, such as {@code jira}.
     *
     * @throws IllegalArgumentException with a readable sentence when there is none
     */
    public static Product named(String name) {
        return Arrays.stream(values())
                .filter(product -> product.shortName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no product '" + name + "'"));
    }

    /** The product's short name, such as {@code jira}, which is its context path too. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String displayName() {
        return displayName;
    }

    /** The port that Atlassian's SDK gives the product. */
    public int port() {
        return port;
    }

    /** Whether plugins find Active Objects; of Crowd nobody has shown it. */
    public boolean hasActiveObjects() {
        return this != CROWD;
    }

    /** The group whose members are system admins. */
    public String administrators() {
        return administrators;
    }

    /** The group whose members may use the product. */
    public String users() {
        return users;
    }
}
