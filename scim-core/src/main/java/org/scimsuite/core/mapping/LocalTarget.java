package org.scimsuite.core.mapping;

/**
 * A local group that a rule gives.
 *
 * @param group its name, as the rule spells it
 * @param rule the name of the rule
 */
public record LocalTarget(String group, String rule, GroupRule.Missing missing) {}
