package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** One directory of the host; a read-only one allows no operation. */
@SuppressWarnings("JavaUtilDate") // the type is the product's
record StandInDirectory(long id, String name, DirectoryType type, Set<OperationType> operations) implements Directory {

    private static final long serialVersionUID = 1L;
    private static final Date MADE = new Date(0);

    static Set<OperationType> everything() {
        return EnumSet.allOf(OperationType.class);
    }

    static Set<OperationType> nothing() {
        return EnumSet.noneOf(OperationType.class);
    }

    boolean allows(OperationType operation) {
        return operations.contains(operation);
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public String getEncryptionType() {
        return "stand-in";
    }

    @Override
    public Map<String, String> getAttributes() {
        return Map.of();
    }

    @Override
    public Set<OperationType> getAllowedOperations() {
        return Set.copyOf(operations);
    }

    @Override
    public String getDescription() {
        return "A directory of the stand-in host";
    }

    @Override
    public DirectoryType getType() {
        return type;
    }

    @Override
    public String getImplementationClass() {
        return "stand-in";
    }

    @Override
    public Date getCreatedDate() {
        return MADE;
    }

    @Override
    public Date getUpdatedDate() {
        return MADE;
    }

    @Override
    public Set<String> getValues(String key) {
        return Set.of();
    }

    @Override
    public String getValue(String key) {
        return null;
    }

    @Override
    public Set<String> getKeys() {
        return Set.of();
    }

    @Override
    public boolean isEmpty() {
        return true;
    }
}
