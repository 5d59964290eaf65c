package org.scimsuite.core.patch;

public record PatchOperation() {}
