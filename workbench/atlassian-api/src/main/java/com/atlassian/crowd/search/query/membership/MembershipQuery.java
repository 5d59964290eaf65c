package com.atlassian.crowd.search.query.membership;

import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;

/** A search for members of a group, or for the groups of a member. */
public class MembershipQuery<T> implements Query<T> {
    private final Class<T> returnType;
    private final boolean findChildren;
    private final EntityDescriptor entityToReturn;
    private final EntityDescriptor entityToMatch;
    private final String entityNameToMatch;
    private final int startIndex;
    private final int maxResults;

    /** Made by the query builder. */
    public MembershipQuery(
            int maxResults,
            int startIndex,
            boolean findChildren,
            EntityDescriptor entityToMatch,
            EntityDescriptor entityToReturn,
            Class<T> returnType,
            String entityNameToMatch) {
        this.returnType = returnType;
        this.findChildren = findChildren;
        this.entityToReturn = entityToReturn;
        this.entityToMatch = entityToMatch;
        this.entityNameToMatch = entityNameToMatch;
        this.startIndex = startIndex;
        this.maxResults = maxResults;
    }

    public boolean isFindChildren() {
        return findChildren;
    }

    public EntityDescriptor getEntityToReturn() {
        return entityToReturn;
    }

    public EntityDescriptor getEntityToMatch() {
        return entityToMatch;
    }

    public String getEntityNameToMatch() {
        return entityNameToMatch;
    }

    @Override
    public int getStartIndex() {
        return startIndex;
    }

    @Override
    public int getMaxResults() {
        return maxResults;
    }

    @Override
    public Class<T> getReturnType() {
        return returnType;
    }

    @Override
    public SearchRestriction getSearchRestriction() {
        return null;
    }
}
