package com.atlassian.crowd.search.query.entity;

import com.atlassian.crowd.embedded.api.Query;
import com.atlassian.crowd.embedded.api.SearchRestriction;
import com.atlassian.crowd.search.EntityDescriptor;

/** A search for entities. */
public abstract class EntityQuery<T> implements Query<T> {
    private final Class<T> returnType;
    private final EntityDescriptor entity;
    private final int startIndex;
    private final int maxResults;

    /** Not the product's constructor: nobody outside Crowd makes one. */
    protected EntityQuery(Class<T> returnType, EntityDescriptor entity, int startIndex, int maxResults) {
        this.returnType = returnType;
        this.entity = entity;
        this.startIndex = startIndex;
        this.maxResults = maxResults;
    }

    public EntityDescriptor getEntityDescriptor() {
        return entity;
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
