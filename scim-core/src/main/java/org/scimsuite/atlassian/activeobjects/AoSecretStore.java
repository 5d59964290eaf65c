package org.scimsuite.atlassian.activeobjects;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.store.SecretStore;

/** Secrets in table {@code SECRET}. */
public final class AoSecretStore implements SecretStore {

    private final Database database;
    private final Tables tables;

    public AoSecretStore(Tables tables) {
        this.database = new Database(tables);
        this.tables = tables;
    }

    @Override
    public String secret(String name, Supplier<String> made) {
        return find(name).orElseGet(() -> insert(name, made.get())
                .or(() -> find(name))
                .orElseThrow(() -> new IllegalStateException("The secret " + name + " was removed meanwhile")));
    }

    @Override
    public Optional<String> find(String name) {
        return database.inTransaction(
                () -> database.one(SecretRow.class, "SECRET_NAME", name).map(SecretRow::getSecretText));
    }

    /** Empty when another node was faster. */
    private Optional<String> insert(String name, String text) {
        return database.unlessTaken(
                () -> {
                    tables.create(SecretRow.class, Map.of("SECRET_NAME", name, "SECRET_TEXT", text));
                    return text;
                },
                () -> database.one(SecretRow.class, "SECRET_NAME", name).isPresent());
    }
}
