package org.scimsuite.atlassian.activeobjects;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.java.ao.Query;
import org.scimsuite.core.directory.DirectoryGroup;
import org.scimsuite.core.store.MadeGroupStore;

/** The local groups that provisioning has made, in table {@code MADE_GROUP}; the id of a row is the mark. */
public final class AoMadeGroupStore implements MadeGroupStore {

    private final Database database;
    private final Tables tables;

    public AoMadeGroupStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
    }

    @Override
    public long add(long directoryId, String groupName) {
        return database.inTransaction(() -> (long) tables.create(
                        MadeGroupRow.class,
                        Map.of(
                                "GROUP_KEY", key(directoryId, groupName),
                                "DIRECTORY_ID", directoryId,
                                "GROUP_NAME", groupName))
                .getID());
    }

    @Override
    public void remove(Collection<Long> marks) {
        database.inTransaction(
                () -> marks.forEach(mark -> tables.deleteWithSQL(MadeGroupRow.class, "ID = ?", mark.intValue())));
    }

    @Override
    public Set<Long> marks(long directoryId, String groupName) {
        return database.read(() -> Arrays.stream(tables.find(
                        MadeGroupRow.class, Query.select().where("GROUP_KEY = ?", key(directoryId, groupName))))
                .map(row -> (long) row.getID())
                .collect(Collectors.toSet()));
    }

    private static String key(long directoryId, String groupName) {
        return KeyHash.of(Long.toString(directoryId), DirectoryGroup.nameKey(groupName));
    }
}
