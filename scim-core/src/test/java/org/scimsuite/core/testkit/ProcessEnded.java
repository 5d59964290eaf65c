package org.scimsuite.core.testkit;

/** Stands for the end of the process: nothing may catch it and go on. */
public final class ProcessEnded extends Error {

    private static final long serialVersionUID = 1L;
}
