package com.atlassian.crowd.search.builder;

import com.atlassian.crowd.search.EntityDescriptor;
import com.atlassian.crowd.search.query.entity.EntityQuery;
import com.atlassian.crowd.search.query.membership.MembershipQuery;

/** Makes queries; {@code -1} results means all. */
public class QueryBuilder {
    private QueryBuilder() {}

    public static <T> PartialEntityQuery<T> queryFor(Class<T> returnType, EntityDescriptor entity) {
        return new PartialEntityQuery<>(returnType, entity);
    }

    /** A query that lacks its window. */
    public static class PartialEntityQuery<T> {
        private final Class<T> returnType;
        private final EntityDescriptor entity;

        PartialEntityQuery(Class<T> returnType, EntityDescriptor entity) {
            this.returnType = returnType;
            this.entity = entity;
        }

        public PartialEntityQueryWithStartIndex<T> startingAt(int index) {
            return new PartialEntityQueryWithStartIndex<>(returnType, entity, index);
        }

        public EntityQuery<T> returningAtMost(int max) {
            return new WindowedQuery<>(returnType, entity, 0, max);
        }

        public PartialMembershipQueryWithEntityToMatch<T> childrenOf(EntityDescriptor parent) {
            return new PartialMembershipQueryWithEntityToMatch<>(returnType, entity, parent, true);
        }

        public PartialMembershipQueryWithEntityToMatch<T> parentsOf(EntityDescriptor child) {
            return new PartialMembershipQueryWithEntityToMatch<>(returnType, entity, child, false);
        }
    }

    /** A query that lacks its limit. */
    public static class PartialEntityQueryWithStartIndex<T> {
        private final Class<T> returnType;
        private final EntityDescriptor entity;
        private final int startIndex;

        PartialEntityQueryWithStartIndex(Class<T> returnType, EntityDescriptor entity, int startIndex) {
            this.returnType = returnType;
            this.entity = entity;
            this.startIndex = startIndex;
        }

        public EntityQuery<T> returningAtMost(int max) {
            return new WindowedQuery<>(returnType, entity, startIndex, max);
        }
    }

    /** A membership query that lacks the name. */
    public static class PartialMembershipQueryWithEntityToMatch<T> {
        private final Class<T> returnType;
        private final EntityDescriptor toReturn;
        private final EntityDescriptor toMatch;
        private final boolean findChildren;

        PartialMembershipQueryWithEntityToMatch(
                Class<T> returnType, EntityDescriptor toReturn, EntityDescriptor toMatch, boolean findChildren) {
            this.returnType = returnType;
            this.toReturn = toReturn;
            this.toMatch = toMatch;
            this.findChildren = findChildren;
        }

        public PartialMembershipQueryWithNameToMatch<T> withName(String name) {
            return new PartialMembershipQueryWithNameToMatch<>(returnType, toReturn, toMatch, findChildren, name);
        }
    }

    /** A membership query that lacks its window. */
    public static class PartialMembershipQueryWithNameToMatch<T> {
        private final Class<T> returnType;
        private final EntityDescriptor toReturn;
        private final EntityDescriptor toMatch;
        private final boolean findChildren;
        private final String name;

        PartialMembershipQueryWithNameToMatch(
                Class<T> returnType,
                EntityDescriptor toReturn,
                EntityDescriptor toMatch,
                boolean findChildren,
                String name) {
            this.returnType = returnType;
            this.toReturn = toReturn;
            this.toMatch = toMatch;
            this.findChildren = findChildren;
            this.name = name;
        }

        public MembershipQuery<T> returningAtMost(int max) {
            return new MembershipQuery<>(max, 0, findChildren, toMatch, toReturn, returnType, name);
        }
    }

    private static final class WindowedQuery<T> extends EntityQuery<T> {
        WindowedQuery(Class<T> returnType, EntityDescriptor entity, int startIndex, int maxResults) {
            super(returnType, entity, startIndex, maxResults);
        }
    }
}
