package org.scimsuite.core.mapping;

import java.util.Optional;

/**
 * A group of the provider, as rules see it.
 *
 * @param id the SCIM id
 * @param name what the provider calls it now
 * @param firstName what the provider called it first
 */
public record ProvidedGroup(String id, String name, String firstName, Optional<String> externalId) {}
