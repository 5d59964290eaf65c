package com.atlassian.bitbucket.util;

/** Work that is done with more rights than the caller has. */
public interface Operation<T, E extends Throwable> {
    T perform() throws E;
}
