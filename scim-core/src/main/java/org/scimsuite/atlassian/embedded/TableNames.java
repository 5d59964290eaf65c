package org.scimsuite.atlassian.embedded;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.atlassian.TablePrefix;
import net.java.ao.schema.FieldNameConverter;
import net.java.ao.schema.FieldNameProcessor;
import net.java.ao.schema.IndexNameConverter;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.SequenceNameConverter;
import net.java.ao.schema.TableNameConverter;
import net.java.ao.schema.TriggerNameConverter;
import net.java.ao.schema.UniqueNameConverter;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

/** The names that the products' own Active Objects give the plugin's tables, so that they would find these. */
final class TableNames implements EntityManagerConfiguration, NameConverters, SchemaConfiguration {

    /** {@code AO_} and what the products make of the namespace in the descriptor: the last six digits of its MD5. */
    private static final String PREFIX = "AO_ACAAEA";

    private final TableNameConverter tables = new AtlassianTableNameConverter(new Prefix());
    private final FieldNameConverter fields = new Remembered();

    String prefix() {
        return PREFIX;
    }

    private static final class Prefix implements TablePrefix {
        @Override
        public String prepend(String name) {
            return PREFIX + '_' + name;
        }
    }

    @Override
    @SuppressWarnings("deprecation") // the engine still asks
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
        return tableName.toUpperCase(Locale.ROOT).startsWith(PREFIX + '_');
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

    /** The engine asks for all names of a table with every statement, and the converter makes them by regular expressions. */
    private static final class Remembered implements FieldNameConverter, FieldNameProcessor {
        private final AtlassianFieldNameConverter converter = new AtlassianFieldNameConverter();
        private final Map<Method, Optional<String>> names = new ConcurrentHashMap<>();

        @Override
        public String getName(Method method) {
            return names.computeIfAbsent(method, asked -> Optional.ofNullable(converter.getName(asked)))
                    .orElse(null);
        }

        @Override
        public String getPolyTypeName(Method method) {
            return converter.getPolyTypeName(method);
        }

        @Override
        public String convertName(String name) {
            return converter.convertName(name);
        }
    }
}
