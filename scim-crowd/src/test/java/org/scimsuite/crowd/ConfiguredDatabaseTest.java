package org.scimsuite.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.naming.Context;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimsuite.atlassian.activeobjects.AoSecretStore;
import org.scimsuite.atlassian.activeobjects.Tables;
import org.scimsuite.atlassian.embedded.ConnectionSource;
import org.scimsuite.atlassian.embedded.EmbeddedTables;

class ConfiguredDatabaseTest {

    private static final String PASSWORD = "correct horse";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final ClassLoader crowd = new ClassLoader(getClass().getClassLoader()) {};

    @TempDir
    private Path home;

    private Connection keptOpen;

    @BeforeEach
    void makeDatabase() throws SQLException {
        keptOpen = DriverManager.getConnection(url, "crowd", PASSWORD);
    }

    @AfterEach
    void end() throws SQLException {
        keptOpen.close();
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Test
    void openWhenADriverIsConfiguredThenTheTablesAreInItsDatabaseAndTheConnectionsAreGivenBackAtTheEnd()
            throws Exception {
        Path file = configuration(Map.of(
                "hibernate.connection.driver_class",
                "org.h2.Driver",
                "hibernate.connection.url",
                url,
                "hibernate.connection.username",
                "crowd",
                "hibernate.connection.password",
                PASSWORD));

        try (Tables tables = tables(file)) {
            assertThat(new AoSecretStore(tables).secret("test", () -> "first")).isEqualTo("first");
            assertThat(sessions()).isGreaterThan(1);
        }
        try (Tables tables = tables(file)) {
            assertThat(new AoSecretStore(tables).secret("test", () -> "second")).isEqualTo("first");
        }

        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void openWhenADataSourceIsConfiguredThenItIsLookedUpAsCrowdItselfWould() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("crowd");
        source.setPassword(PASSWORD);
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, NamesOfOneApplication.class.getName());
        NamesOfOneApplication.bind(crowd, "java:comp/env/jdbc/CrowdDS", source);
        Path file = configuration(Map.of(
                "hibernate.connection.datasource", "java:comp/env/jdbc/CrowdDS",
                "hibernate.connection.password", "of somebody else"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (Tables tables = tables(file)) {
            assertThat(new AoSecretStore(tables).secret("test", () -> "first")).isEqualTo("first");
        }

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThatThrownBy(() -> ConfiguredDatabase.open(
                        configuration(Map.of("hibernate.connection.datasource", "java:comp/env/jdbc/Other")), crowd))
                .hasMessageContaining("java:comp/env/jdbc/Other");
        NamesOfOneApplication.bind(crowd, "ldap://elsewhere/CrowdDS", source);
        assertThatThrownBy(() -> ConfiguredDatabase.open(
                        configuration(Map.of("hibernate.connection.datasource", "ldap://elsewhere/CrowdDS")), crowd))
                .hasMessageContaining("not looked up");
    }

    @Test
    void openWhenTheDatabaseRefusesThenNeitherPasswordNorUrlIsTold() throws Exception {
        Path wrongPassword = configuration(Map.of(
                "hibernate.connection.driver_class", "org.h2.Driver",
                "hibernate.connection.url", url,
                "hibernate.connection.username", "crowd",
                "hibernate.connection.password", "wrong battery"));
        Path talkative = configuration(Map.of(
                "hibernate.connection.driver_class", TalkativeDriver.class.getName(),
                "hibernate.connection.url", "jdbc:talkative://db/crowd?user=crowd;password=in-the-url",
                "hibernate.connection.username", "crowd",
                "hibernate.connection.password", "wrong battery"));
        Path otherKind = configuration(Map.of(
                "hibernate.connection.driver_class", "org.h2.Driver",
                "hibernate.connection.url", "jdbc:other:;password=in-the-url"));

        assertThat(everythingAbout(wrongPassword))
                .contains("Wrong user name or password")
                .doesNotContain("wrong battery");
        assertThat(everythingAbout(talkative))
                .contains("refused: (not shown) with (not shown), settings (not shown)")
                .doesNotContain("in-the-url", "wrong battery");
        assertThat(everythingAbout(otherKind))
                .contains("does not know databases of the kind")
                .doesNotContain("in-the-url");
    }

    @Test
    void openWhenTheConfigurationDoesNotSayHowThenTheSentenceSaysWhatIsMissing() throws Exception {
        assertThatThrownBy(() -> ConfiguredDatabase.open(configuration(Map.of()), crowd))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hibernate.connection.driver_class");
        assertThatThrownBy(() -> ConfiguredDatabase.open(
                        configuration(Map.of("hibernate.connection.driver_class", "com.acme.NoDriver")), crowd))
                .hasMessageContaining("com.acme.NoDriver");
        assertThatThrownBy(() -> ConfiguredDatabase.open(
                        configuration(Map.of("hibernate.connection.password", "{ATL_SECURED}")), crowd))
                .hasMessageContaining("hibernate.connection.datasource");
        assertThatThrownBy(() -> ConfiguredDatabase.open(
                        configuration(Map.of(
                                "jdbc.password.decrypter.classname", "com.acme.Base64",
                                "hibernate.connection.password", "Y29ycmVjdA==")),
                        crowd))
                .hasMessageContaining("hibernate.connection.datasource")
                .hasMessageNotContaining("Y29ycmVjdA==");
    }

    @Test
    void readWhenTheFileIsNoPlainXmlThenRefusedWithoutItsContent() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), "hidden");
        Path doctype = Files.writeString(home.resolve("doctype.xml"), """
                <!DOCTYPE a [<!ENTITY e SYSTEM "%s">]>
                <a><property name="hibernate.connection.url">&e;</property></a>""".formatted(secret.toUri()));
        Path broken = Files.writeString(home.resolve("broken.xml"), "<a><property name=\"p\">hidden</a>");

        for (Path file : new Path[] {doctype, broken}) {
            assertThatThrownBy(() -> CrowdConfiguration.read(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("line 1")
                    .hasMessageNotContaining("hidden");
        }
        assertThatThrownBy(() -> CrowdConfiguration.read(home.resolve("absent.xml")))
                .hasMessageContaining("absent.xml");
    }

    /** Tells all it knows when it fails. */
    public static final class TalkativeDriver extends org.h2.Driver {
        /** Made by its name. */
        public TalkativeDriver() {}

        @Override
        public Connection connect(String url, Properties login) throws SQLException {
            throw new SQLException("refused: " + url + " with " + login.getProperty("password") + ", settings "
                    + url.substring(url.indexOf('?') + 1));
        }
    }

    private Tables tables(Path file) {
        Lock lock = new ReentrantLock();
        return new EmbeddedTables(() -> ConfiguredDatabase.open(file, crowd), () -> lock);
    }

    private int sessions() throws SQLException {
        try (var result = keptOpen.createStatement().executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")) {
            result.next();
            return result.getInt(1);
        }
    }

    /** What a log would hold of it. */
    private String everythingAbout(Path file) {
        Throwable failure = catchThrowable(() -> {
            ConnectionSource source = ConfiguredDatabase.open(file, crowd);
            source.close();
        });
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Path configuration(Map<String, String> properties) throws IOException {
        return Files.writeString(
                home.resolve(UUID.randomUUID() + ".xml"),
                properties.entrySet().stream()
                        .map(property ->
                                "<property name=\"" + property.getKey() + "\">" + property.getValue() + "</property>")
                        .collect(Collectors.joining(
                                "\n",
                                "<application-configuration><setupStep>complete</setupStep><properties>",
                                "</properties></application-configuration>")));
    }
}
