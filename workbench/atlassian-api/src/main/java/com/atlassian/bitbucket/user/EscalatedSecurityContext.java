package com.atlassian.bitbucket.user;

import com.atlassian.bitbucket.util.Operation;

/** Does work with more rights. */
public interface EscalatedSecurityContext {
    <T, E extends Throwable> T call(Operation<T, E> operation) throws E;
}
