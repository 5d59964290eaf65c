package org.scimsuite.workbench.packaging;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Collects what bytecode links to in the given packages, one line each:
 *
 * <pre>
 * class com.atlassian.sal.api.UrlMode
 * field static com.atlassian.sal.api.UrlMode CANONICAL Lcom/atlassian/sal/api/UrlMode;
 * method interface com.atlassian.sal.api.ApplicationProperties getVersion ()Ljava/lang/String;
 * </pre>
 *
 * The second word says what the JVM will insist on: {@code static}, {@code instance} (of a class), {@code interface} or
 * {@code interface-static}.
 */
public final class LinkedSignatures {

    private final List<String> prefixes;
    private final SortedSet<String> lines = new TreeSet<>();

    /** @param packages dotted package names; sub-packages included */
    public LinkedSignatures(List<String> packages) {
        this.prefixes =
                packages.stream().map(name -> name.replace('.', '/') + "/").toList();
    }

    /** Adds what one class file links to. */
    public void add(byte[] classFile) {
        new ClassReader(classFile).accept(new Classes(), ClassReader.SKIP_FRAMES);
    }

    /** All lines, sorted. */
    public SortedSet<String> lines() {
        return Collections.unmodifiableSortedSet(lines);
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> owner(type.getInternalName());
            case Type.METHOD -> descriptor(type.getDescriptor());
            default -> {
                // primitive
            }
        }
    }

    private void descriptor(String descriptor) {
        if (descriptor.startsWith("(")) {
            type(Type.getReturnType(descriptor));
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                type(argument);
            }
        } else {
            type(Type.getType(descriptor));
        }
    }

    private void internalName(String name) {
        if (name != null) {
            type(Type.getObjectType(name));
        }
    }

    private void owner(String internalName) {
        if (isWatched(internalName)) {
            lines.add("class " + dotted(internalName));
        }
    }

    private void member(String kind, String manner, String owner, String name, String descriptor) {
        internalName(owner);
        descriptor(descriptor);
        if (isWatched(owner)) {
            lines.add(String.join(" ", kind, manner, dotted(owner), name, descriptor));
        }
    }

    private boolean isWatched(String internalName) {
        return prefixes.stream().anyMatch(internalName::startsWith);
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    private void handle(Handle handle) {
        switch (handle.getTag()) {
            case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD ->
                member("field", "instance", handle.getOwner(), handle.getName(), handle.getDesc());
            case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC ->
                member("field", "static", handle.getOwner(), handle.getName(), handle.getDesc());
            default ->
                method(
                        handle.getTag() == Opcodes.H_INVOKESTATIC ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
                        handle.getOwner(),
                        handle.getName(),
                        handle.getDesc(),
                        handle.isInterface());
        }
    }

    private void method(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        String manner;
        if (opcode == Opcodes.INVOKESTATIC) {
            manner = isInterface ? "interface-static" : "static";
        } else {
            manner = isInterface ? "interface" : "instance";
        }
        member("method", manner, owner, name, descriptor);
    }

    private void constant(Object constant) {
        if (constant instanceof Type type) {
            type(type);
        } else if (constant instanceof Handle handle) {
            handle(handle);
        } else if (constant instanceof ConstantDynamic dynamic) {
            descriptor(dynamic.getDescriptor());
            handle(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private final class Classes extends ClassVisitor {
        Classes() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            internalName(superName);
            for (String implemented : interfaces) {
                internalName(implemented);
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            descriptor(descriptor);
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    descriptor(annotation);
                    return null;
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            descriptor(descriptor);
            if (exceptions != null) {
                for (String exception : exceptions) {
                    internalName(exception);
                }
            }
            return new Methods();
        }
    }

    private final class Methods extends MethodVisitor {
        Methods() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            internalName(type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            member("field", isStatic ? "static" : "instance", owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            method(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            descriptor(descriptor);
            handle(bootstrap);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            descriptor(descriptor);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            internalName(type);
        }
    }
}
