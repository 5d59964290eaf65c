package org.scimsuite.atlassian.selfcheck;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.scimsuite.atlassian.selfcheck.Signature.Kind;
import org.scimsuite.atlassian.selfcheck.Signature.Manner;

/**
 * Looks up every signature of the product that the plugin links to, by reflection, in the classes that are running.
 *
 * <p>The plugin is compiled against signatures written down from documentation. Where a product differs, the JVM would say so
 * late, in the middle of a request, with a {@code LinkageError}. This says it at the start, by name.
 */
public final class SelfCheck {

    /** Made by the build from the bytecode of the plugin jar. */
    public static final String LIST = "META-INF/scim/atlassian-signatures.txt";

    private static final String PART = "part ";

    /** Cluster locks can be replaced by locks of one node. */
    private static final List<String> DISPENSABLE = List.of("com.atlassian.beehive.");

    private final ClassLoader loader;

    public SelfCheck(ClassLoader loader) {
        this.loader = loader;
    }

    /** Checks the list in the plugin jar; a missing list is a problem of its own. */
    public SelfCheckReport run() {
        try (InputStream list = loader.getResourceAsStream(LIST)) {
            if (list == null) {
                return new SelfCheckReport(
                        0,
                        List.of("The plugin jar has no " + LIST + ": it was not built completely."),
                        List.of(),
                        Set.of());
            }
            return check(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList());
        } catch (IOException e) {
            return new SelfCheckReport(
                    0, List.of("The plugin's " + LIST + " cannot be read: " + e.getMessage()), List.of(), Set.of());
        }
    }

    /** Checks these lines; those behind a line {@code part <name>} belong to a part that the plugin can do without. */
    public SelfCheckReport check(List<String> lines) {
        List<String> problems = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Set<String> misfits = new LinkedHashSet<>();
        String part = "";
        int checked = 0;
        for (String line : lines) {
            if (line.startsWith(PART)) {
                part = line.substring(PART.length());
                continue;
            }
            checked++;
            Signature signature = Signature.parse(line);
            Optional<String> problem = problem(signature);
            if (problem.isEmpty()) {
                continue;
            }
            if (!part.isEmpty()) {
                misfits.add(part);
                remarks.add("Without its part \"" + part + "\": " + problem.get());
            } else {
                (isDispensable(signature) ? remarks : problems).add(problem.get());
            }
        }
        return new SelfCheckReport(checked, problems, remarks, misfits);
    }

    private static boolean isDispensable(Signature signature) {
        return DISPENSABLE.stream().anyMatch(signature.owner()::startsWith);
    }

    private Optional<String> problem(Signature signature) {
        try {
            Class<?> owner = Class.forName(signature.owner(), false, loader);
            return switch (signature.kind()) {
                case CLASS -> Optional.empty();
                case FIELD -> fieldProblem(signature, owner);
                case METHOD -> methodProblem(signature, owner);
            };
        } catch (ClassNotFoundException | TypeNotPresentException | LinkageError e) {
            return Optional.of(
                    signature.kind() == Kind.CLASS
                            ? "The product has no class " + signature.owner()
                            : "The product has not all classes of " + signature.text());
        }
    }

    private Optional<String> fieldProblem(Signature signature, Class<?> owner) {
        Class<?> type = MethodType.fromMethodDescriptorString("()" + signature.descriptor(), loader)
                .returnType();
        return hierarchy(owner).stream()
                .flatMap(declaring -> Arrays.stream(declaring.getDeclaredFields()))
                .filter(field -> field.getName().equals(signature.name()))
                .filter(field -> field.getType() == type)
                .findFirst()
                .<Optional<String>>map(field -> mannerProblem(signature, owner, field))
                .orElseGet(() -> missing(signature, "field"));
    }

    private Optional<String> methodProblem(Signature signature, Class<?> owner) {
        MethodType type = MethodType.fromMethodDescriptorString(signature.descriptor(), loader);
        if (signature.name().equals("<init>")) {
            return constructorProblem(signature, owner, type);
        }
        return hierarchy(owner).stream()
                .flatMap(declaring -> Arrays.stream(declaring.getDeclaredMethods()))
                .filter(method -> matches(method, signature.name(), type))
                .findFirst()
                .<Optional<String>>map(method -> mannerProblem(signature, owner, method))
                .orElseGet(() -> missing(signature, "method"));
    }

    private static Optional<String> constructorProblem(Signature signature, Class<?> owner, MethodType type) {
        return Arrays.stream(owner.getDeclaredConstructors())
                        .filter(SelfCheck::isVisible)
                        .anyMatch(constructor ->
                                Arrays.asList(constructor.getParameterTypes()).equals(type.parameterList()))
                ? Optional.empty()
                : missing(signature, "constructor");
    }

    private static boolean matches(Method method, String name, MethodType type) {
        return isVisible(method)
                && method.getName().equals(name)
                && method.getReturnType() == type.returnType()
                && Arrays.asList(method.getParameterTypes()).equals(type.parameterList());
    }

    private static boolean isVisible(Member member) {
        return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    }

    private static Optional<String> mannerProblem(Signature signature, Class<?> owner, Member member) {
        Manner manner = signature.manner();
        boolean staticWanted = manner == Manner.STATIC || manner == Manner.INTERFACE_STATIC;
        boolean interfaceWanted = manner == Manner.INTERFACE || manner == Manner.INTERFACE_STATIC;
        if (Modifier.isStatic(member.getModifiers()) != staticWanted) {
            return Optional.of(
                    "In the product, " + signature.text() + " is " + (staticWanted ? "not static any more" : "static"));
        }
        if (!(member instanceof Field) && owner.isInterface() != interfaceWanted) {
            return Optional.of("In the product, " + signature.owner() + " is "
                    + (interfaceWanted ? "not an interface" : "an interface") + ": " + signature.text());
        }
        return Optional.empty();
    }

    private static Optional<String> missing(Signature signature, String what) {
        return Optional.of("The product has no " + what + " " + signature.owner() + "." + signature.name() + " "
                + signature.descriptor());
    }

    /** The class, its superclasses and all interfaces, as the JVM searches them. */
    private static Set<Class<?>> hierarchy(Class<?> owner) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(owner));
        if (owner.isInterface()) {
            open.add(Object.class);
        }
        while (!open.isEmpty()) {
            Class<?> next = open.poll();
            if (found.add(next)) {
                Stream.concat(Stream.ofNullable(next.getSuperclass()), Arrays.stream(next.getInterfaces()))
                        .forEach(open::add);
            }
        }
        return found;
    }
}
