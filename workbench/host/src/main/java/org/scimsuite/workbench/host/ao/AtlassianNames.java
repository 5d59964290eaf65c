package org.scimsuite.workbench.host.ao;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.atlassian.TablePrefix;
import net.java.ao.schema.FieldNameConverter;
import net.java.ao.schema.IndexNameConverter;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.SequenceNameConverter;
import net.java.ao.schema.TableNameConverter;
import net.java.ao.schema.TriggerNameConverter;
import net.java.ao.schema.UniqueNameConverter;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

/** The names a product gives a plugin's tables: {@code AO_}, six digits of the namespace's hash, {@code _NAME}. */
final class AtlassianNames implements EntityManagerConfiguration, NameConverters, SchemaConfiguration {

    private final String prefix;
    private final TableNameConverter tables;
    private final FieldNameConverter fields = new RememberedFieldNames();

    AtlassianNames(String namespace) {
        this.prefix = "AO_" + hash(namespace);
        this.tables = new AtlassianTableNameConverter(new Prefix(prefix));
    }

    String prefix() {
        return prefix;
    }

    private static String hash(String namespace) {
        try {
            String hex = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8)));
            return hex.substring(hex.length() - 6).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    private record Prefix(String text) implements TablePrefix {
        @Override
        public String prepend(String name) {
            return text + '_' + name;
        }
    }

    @Override
    @SuppressWarnings("deprecation") // the library still asks
    public boolean useWeakCache() {
        return true;
    }

    @Override
    public NameConverters getNameConverters() {
        return this;
    }

    @Override
    public SchemaConfiguration getSchemaConfiguration() {
        return this;
    }

    @Override
    public EntityInfoResolverFactory getEntityInfoResolverFactory() {
        return new CachingEntityInfoResolverFactory();
    }

    @Override
    public boolean shouldManageTable(String tableName, boolean caseSensitive) {
        return tableName.toUpperCase(Locale.ROOT).startsWith(prefix + '_');
    }

    @Override
    public TableNameConverter getTableNameConverter() {
        return tables;
    }

    @Override
    public FieldNameConverter getFieldNameConverter() {
        return fields;
    }

    @Override
    public SequenceNameConverter getSequenceNameConverter() {
        return new AtlassianSequenceNameConverter();
    }

    @Override
    public TriggerNameConverter getTriggerNameConverter() {
        return new AtlassianTriggerNameConverter();
    }

    @Override
    public IndexNameConverter getIndexNameConverter() {
        return new AtlassianIndexNameConverter();
    }

    @Override
    public UniqueNameConverter getUniqueNameConverter() {
        return new AtlassianUniqueNameConverter();
    }
}
