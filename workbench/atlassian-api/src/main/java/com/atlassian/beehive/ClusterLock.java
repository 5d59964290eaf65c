package com.atlassian.beehive;

import java.util.concurrent.locks.Lock;

/** A lock that spans the nodes of a cluster. */
public interface ClusterLock extends Lock {}
