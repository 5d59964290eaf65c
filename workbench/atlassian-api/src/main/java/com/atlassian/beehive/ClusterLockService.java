package com.atlassian.beehive;

/** Hands out cluster-wide locks by name. */
public interface ClusterLockService {
    ClusterLock getLockForName(String lockName);
}
