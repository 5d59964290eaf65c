package org.scimsuite.atlassian.rest;

import java.util.Optional;

/** Reads what stands behind the question mark of a call. */
final class AdminParameters {

    private AdminParameters() {}

    /** Empty when it is left out, or nothing but white space. */
    static Optional<String> given(String parameter) {
        return Optional.ofNullable(parameter).filter(value -> !value.isBlank());
    }

    /** @throws AdminRefusal 400 when it is left out */
    static String required(String name, String parameter) {
        return given(parameter).orElseThrow(() -> new AdminRefusal(400, "Say the parameter \"" + name + "\"."));
    }

    /** @throws AdminRefusal 400 when it is left out, or no whole number from 0 */
    static long number(String name, String parameter) {
        return optionalNumber(name, parameter)
                .orElseThrow(() -> new AdminRefusal(400, "Say the parameter \"" + name + "\"."));
    }

    /** @throws AdminRefusal 400 when it is there and no whole number from 0 */
    static Optional<Long> optionalNumber(String name, String parameter) {
        return given(parameter).map(text -> {
            try {
                long number = Long.parseLong(text);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new AdminRefusal(400, "The parameter \"" + name + "\" must be a whole number from 0.");
        });
    }

    /** How many of something at most, never more than fits an {@code int}. */
    static int limit(String parameter, int fallback) {
        return (int)
                Math.min(Integer.MAX_VALUE, optionalNumber("limit", parameter).orElse((long) fallback));
    }

    /** @throws AdminRefusal 400 when it is neither {@code true} nor {@code false}; left out, it is false */
    static boolean flag(String name, String parameter) {
        return switch (given(parameter).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new AdminRefusal(400, "The parameter \"" + name + "\" must be true or false.");
        };
    }
}
