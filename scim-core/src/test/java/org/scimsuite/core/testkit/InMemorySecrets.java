package org.scimsuite.core.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.scimsuite.core.store.SecretStore;

/** Secrets in memory, shared by all servers over the same stores. */
public final class InMemorySecrets implements SecretStore {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public String secret(String name, Supplier<String> made) {
        return secrets.computeIfAbsent(name, missing -> made.get());
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(secrets.get(name));
    }
}
