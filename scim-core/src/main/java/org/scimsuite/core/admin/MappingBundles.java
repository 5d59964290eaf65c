package org.scimsuite.core.admin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scimsuite.core.admin.AdminResult.FieldError;
import org.scimsuite.core.bundle.BundleReader;
import org.scimsuite.core.bundle.BundleSigner;
import org.scimsuite.core.bundle.InvalidBundleException;
import org.scimsuite.core.bundle.MappingBundle;
import org.scimsuite.core.connection.Connection;
import org.scimsuite.core.directory.DirectoryInfo;
import org.scimsuite.core.directory.DirectoryOperation;
import org.scimsuite.core.directory.UserDirectoryPort;
import org.scimsuite.core.mapping.Mapping;
import org.scimsuite.core.mapping.MappingDiff;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.core.store.MappingStore;
import org.scimsuite.core.store.MappingVersion;

/** The saved mappings of connections as bundles, and what is to be said about new ones. Changes nothing. */
public final class MappingBundles {

    private final MappingStore store;
    private final UserDirectoryPort directory;
    private final Supplier<ResourceType> users;
    private final SigningKey key;

    /**
     * @param users the type of users, with the extensions of now
     */
    public MappingBundles(
            MappingStore store, UserDirectoryPort directory, Supplier<ResourceType> users, SigningKey key) {
        this.store = store;
        this.directory = directory;
        this.users = users;
        this.key = key;
    }

    /** What is to be said about a document: nothing of it is used while anything is wrong with it. */
    public BundleReport inspect(Connection connection, byte[] document) {
        MappingBundle bundle;
        try {
            bundle = BundleReader.read(document, users.get(), administratorGroups(connection));
        } catch (InvalidBundleException e) {
            return new BundleReport.Unusable(e.problems());
        }
        long current = store.currentVersion(connection.id());
        MappingBundle before = find(connection, current).orElseThrow();
        String here = directoryName(connection);
        return new BundleReport.Usable(
                bundle,
                current,
                MappingDiff.between(before.mapping(), bundle.mapping()),
                BundleSigner.verify(
                        bundle,
                        key.pair().map(pair -> List.of(pair.getPublic())).orElse(List.of())),
                Optional.of(bundle.directory()).filter(name -> !name.equals(here)));
    }

    /** What a mapping asks for and the connection's directory does not allow. */
    List<FieldError> obstacles(Connection connection, Mapping mapping) {
        List<FieldError> errors = new ArrayList<>();
        directory.directory(connection.directoryId()).ifPresent(info -> {
            if (!mapping.groups().isEmpty()) {
                require(info, DirectoryOperation.UPDATE_GROUP, "/groups", "rules for groups", errors);
            }
            if (!mapping.users().attributes().isEmpty()) {
                require(info, DirectoryOperation.UPDATE_USER_ATTRIBUTE, "/users/attributes", "attributes", errors);
            }
        });
        return errors;
    }

    private static void require(
            DirectoryInfo info, DirectoryOperation operation, String path, String what, List<FieldError> errors) {
        if (!info.allows(operation)) {
            errors.add(new FieldError(
                    path,
                    "The directory \"" + info.name() + "\" does not allow " + operation.words()
                            + ", so the mapping can have no " + what
                            + ". Allow it in the settings of the directory, or take them out."));
        }
    }

    private Collection<String> administratorGroups(Connection connection) {
        return directory.administratorGroups(connection.directoryId());
    }

    /** A version of the mapping of a connection; version 0 is the one without rules that holds until another is saved. */
    Optional<MappingBundle> find(Connection connection, long version) {
        return version == 0
                ? Optional.of(MappingBundle.of(directoryName(connection), Mapping.NONE))
                : store.find(connection.id(), version).map(MappingBundles::read);
    }

    static MappingBundle read(MappingVersion version) {
        return BundleReader.read(version.document().getBytes(StandardCharsets.UTF_8));
    }

    /** The bundle under the name of the connection's directory, and so without a signature. */
    MappingBundle bound(Connection connection, MappingBundle bundle) {
        return new MappingBundle(directoryName(connection), bundle.mapping(), bundle.products(), Optional.empty());
    }

    /** A directory that is switched off keeps its mapping, and nothing else is known of it then. */
    private String directoryName(Connection connection) {
        return directory
                .directory(connection.directoryId())
                .map(DirectoryInfo::name)
                .orElseGet(() -> String.valueOf(connection.directoryId()));
    }
}
