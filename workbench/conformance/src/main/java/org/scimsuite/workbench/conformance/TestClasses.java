package org.scimsuite.workbench.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Compiled test classes, read as bytes: nothing is loaded, so it does not matter what they need to run. */
final class TestClasses {

    private static final String REQUIREMENT = Type.getDescriptor(Requirement.class);
    private static final String DISABLED = "Lorg/junit/jupiter/api/Disabled;";

    /** What makes a method a test; a requirement anywhere else would be a claim that nothing runs. */
    private static final Set<String> TESTS = Set.of(
            "Lorg/junit/jupiter/api/Test;",
            "Lorg/junit/jupiter/api/TestFactory;",
            "Lorg/junit/jupiter/api/TestTemplate;",
            "Lorg/junit/jupiter/api/RepeatedTest;",
            "Lorg/junit/jupiter/params/ParameterizedTest;",
            "Lcom/tngtech/archunit/junit/ArchTest;",
            "Lcom/code_intelligence/jazzer/junit/FuzzTest;",
            "Lnet/jqwik/api/Property;",
            "Lnet/jqwik/api/Example;");

    private final List<Proof> proofs = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();

    /**
     * Reads all classes below a folder.
     *
     * @param suffix told behind the name of each test found there, such as {@code " (over HTTP)"}
     */
    void read(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                new ClassReader(Files.readAllBytes(file))
                        .accept(new OneClass(suffix), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        }
    }

    List<Proof> proofs() {
        return Collections.unmodifiableList(proofs);
    }

    /** Requirements that stand on something that is not run. */
    List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** Whether a test has this text in its code or in its annotations. */
    boolean mention(String text) {
        return texts.stream().anyMatch(each -> each.endsWith(text));
    }

    private void add(String name, Annotations annotations) {
        if (annotations.requirements.isEmpty()) {
            return;
        }
        if (!annotations.isTest || annotations.isDisabled) {
            problems.add(name + " names requirements, but is no test that runs.");
        }
        annotations.requirements.forEach(id -> proofs.add(new Proof(id, name)));
    }

    private final class OneClass extends ClassVisitor {

        private final String suffix;
        private final Annotations ofClass = new Annotations();
        private String simpleName = "";

        OneClass(String suffix) {
            super(Opcodes.ASM9);
            this.suffix = suffix;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String superName, String[] parents) {
            simpleName = name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return ofClass.visit(descriptor);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            Annotations ofMethod = new Annotations();
            return new MethodVisitor(Opcodes.ASM9) {

                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return ofMethod.visit(annotation);
                }

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text) {
                        texts.add(text);
                    }
                }

                @Override
                public void visitEnd() {
                    ofMethod.isDisabled |= ofClass.isDisabled;
                    ofClass.isTest |= ofMethod.isTest && !ofMethod.isDisabled;
                    add(simpleName + "#" + method + suffix, ofMethod);
                }
            };
        }

        @Override
        public void visitEnd() {
            add(simpleName + suffix, ofClass);
        }
    }

    /** What the annotations of one class or method say. */
    private final class Annotations {

        private final List<String> requirements = new ArrayList<>();
        private boolean isTest;
        private boolean isDisabled;

        AnnotationVisitor visit(String descriptor) {
            isTest |= TESTS.contains(descriptor);
            isDisabled |= descriptor.equals(DISABLED);
            return new AnnotationVisitor(Opcodes.ASM9) {

                @Override
                public AnnotationVisitor visitArray(String name) {
                    return this;
                }

                @Override
                public void visit(String name, Object value) {
                    if (value instanceof String text) {
                        (descriptor.equals(REQUIREMENT) ? requirements : texts).add(text);
                    }
                }
            };
        }
    }
}
