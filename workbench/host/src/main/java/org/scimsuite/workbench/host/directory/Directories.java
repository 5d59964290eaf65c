package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.DirectoryType;
import com.atlassian.crowd.embedded.api.OperationType;
import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.manager.directory.DirectoryPermissionException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scimsuite.workbench.host.database.Database;

/** The directories of the host, in the order in which they are asked for a person. */
final class Directories {

    private final Map<Long, StandInDirectory> byId = new LinkedHashMap<>();

    Directories(Database database) throws SQLException {
        database.<Void, RuntimeException>inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "select id, name, kind, writable from standin_directory order by id");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byId.put(
                            row.getLong(1),
                            new StandInDirectory(
                                    row.getLong(1),
                                    row.getString(2),
                                    DirectoryType.valueOf(row.getString(3)),
                                    row.getBoolean(4) ? StandInDirectory.everything() : StandInDirectory.nothing()));
                }
            }
            return null;
        });
    }

    List<Directory> all() {
        return new ArrayList<>(byId.values());
    }

    StandInDirectory get(long id) throws DirectoryNotFoundException {
        StandInDirectory directory = byId.get(id);
        if (directory == null) {
            throw new DirectoryNotFoundException("Directory <" + id + "> does not exist");
        }
        return directory;
    }

    void require(long id, OperationType operation) throws DirectoryNotFoundException, DirectoryPermissionException {
        StandInDirectory directory = get(id);
        if (!directory.allows(operation)) {
            throw new DirectoryPermissionException("Directory <" + directory.name() + "> does not allow " + operation);
        }
    }
}
