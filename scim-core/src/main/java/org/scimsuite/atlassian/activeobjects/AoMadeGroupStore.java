package org.scimsuite.atlassian.activeobjects;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Arrays;
import java.util.Collection;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.store.MadeGroupStore;

/** The names of local groups that provisioning has made, in table {@code MADE_GROUP}. */
public final class AoMadeGroupStore implements MadeGroupStore {

    private final Database database;
    private final ActiveObjects activeObjects;

    public AoMadeGroupStore(ActiveObjects activeObjects) {
        this.database = new Database(activeObjects);
        this.activeObjects = activeObjects;
    }

    @Override
    public void add(long directoryId, String groupName) {
        // refused by the database only when somebody else was faster: it is remembered then
        database.unlessTaken(
                () -> {
                    if (!isThere(directoryId, groupName)) {
                        activeObjects.create(
                                MadeGroupRow.class,
                                new DBParam("GROUP_KEY", key(directoryId, groupName)),
                                new DBParam("DIRECTORY_ID", directoryId),
                                new DBParam("GROUP_NAME", groupName));
                    }
                    return Boolean.TRUE;
                },
                () -> isThere(directoryId, groupName));
    }

    @Override
    public void remove(long directoryId, String groupName) {
        database.inTransaction(() -> {
            activeObjects.deleteWithSQL(MadeGroupRow.class, "GROUP_KEY = ?", key(directoryId, groupName));
        });
    }

    @Override
    public boolean contains(long directoryId, String groupName) {
        return database.read(() -> isThere(directoryId, groupName));
    }

    @Override
    public Collection<String> all(long directoryId) {
        return database.read(() -> Arrays.stream(
                        activeObjects.find(MadeGroupRow.class, Query.select().where("DIRECTORY_ID = ?", directoryId)))
                .map(MadeGroupRow::getGroupName)
                .toList());
    }

    private boolean isThere(long directoryId, String groupName) {
        return database.one(MadeGroupRow.class, "GROUP_KEY", key(directoryId, groupName))
                .isPresent();
    }

    private static String key(long directoryId, String groupName) {
        return KeyHash.of(Long.toString(directoryId), DirectoryGroup.nameKey(groupName));
    }
}
