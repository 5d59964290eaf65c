package org.scimsuite.workbench.host.directory;

import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.model.group.GroupTemplate;
import com.atlassian.crowd.model.group.GroupType;
import com.atlassian.crowd.model.user.UserTemplate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.scimsuite.workbench.host.database.Database;
import org.scimsuite.workbench.host.directory.Groups.Member;
import org.scimsuite.workbench.host.product.Product;

/** The directories and people of a new host: some were there before any provisioning, one shadows another. */
final class FirstPeople {

    private static final long LDAP = 2;
    private static final long PARTNERS = 3;

    private FirstPeople() {}

    static void settle(Database database, Product product, String admin, String adminPassword) throws SQLException {
        database.<Void, RuntimeException>inTransaction(connection -> {
            DirectorySchema.create(connection);
            if (isEmpty(connection)) {
                directories(connection, product);
                people(connection, product, admin, adminPassword);
            }
            return null;
        });
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from standin_directory");
                ResultSet row = select.executeQuery()) {
            return !row.next();
        }
    }

    private static void directories(Connection connection, Product product) throws SQLException {
        directory(connection, StandInCrowd.FIRST, product.displayName() + " Internal Directory", "INTERNAL", "true");
        directory(connection, LDAP, "Corporate LDAP (read-only)", "CONNECTOR", "false");
        directory(connection, PARTNERS, "Partners", "INTERNAL", "true");
    }

    private static void directory(Connection connection, long id, String name, String kind, String writable)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into standin_directory (id, name, kind, writable) values (?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, name);
            insert.setString(3, kind);
            insert.setBoolean(4, Boolean.parseBoolean(writable));
            insert.executeUpdate();
        }
    }

    private static void people(Connection connection, Product product, String admin, String adminPassword)
            throws SQLException {
        long internal = StandInCrowd.FIRST;
        person(connection, internal, admin, "Stand-in", "Admin", adminPassword);
        person(connection, internal, "ana.existing", "Ana", "Existing", "ana.existing");
        person(connection, internal, "Ben.MixedCase", "Ben", "MixedCase", "Ben.MixedCase");
        person(connection, internal, "shadow.person", "Shadow", "Internal", "shadow.person");
        person(connection, LDAP, "shadow.person", "Shadow", "Corporate", "shadow.person");
        person(connection, LDAP, "corporate.person", "Corporate", "Person", "corporate.person");
        group(connection, internal, product.administrators(), admin);
        group(connection, internal, product.users(), "ana.existing");
    }

    private static void person(
            Connection connection, long directory, String name, String first, String last, String password)
            throws SQLException {
        UserTemplate person = new UserTemplate(name, directory);
        person.setActive(true);
        person.setFirstName(first);
        person.setLastName(last);
        person.setDisplayName(first + ' ' + last);
        person.setEmailAddress(name.toLowerCase(Locale.ROOT) + "@example.test");
        String externalId = UUID.randomUUID().toString();
        String credential = Credentials.digest(externalId, PasswordCredential.unencrypted(password));
        Users.insert(connection, UserRow.from(directory, person, externalId, credential));
    }

    private static void group(Connection connection, long directory, String name, String member) throws SQLException {
        GroupTemplate group = new GroupTemplate(name, directory, GroupType.GROUP);
        group.setActive(true);
        Groups.insert(connection, directory, group);
        long parent = Groups.byName(connection, directory, name).orElseThrow().id();
        long person = Users.byName(connection, directory, member).orElseThrow().id();
        Groups.addMember(connection, parent, Member.USER, person);
    }
}
