package org.tucai.apispec;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a controller method may run: its calls, those of its lambdas, and those of every implementation of an interface it calls. Jobs are
 * not followed: they run later and answer nobody.
 */
final class CallGraph {
    private final JavaClasses classes;
    private final Map<JavaCodeUnit, List<JavaAccess<?>>> accesses = new HashMap<>();

    CallGraph(JavaClasses classes) {
        this.classes = classes;
    }

    /** Every access, to our own classes or others, that may happen while this method runs. */
    Stream<JavaAccess<?>> from(Method handler) {
        JavaCodeUnit start =
                classes.get(handler.getDeclaringClass()).getMethod(handler.getName(), handler.getParameterTypes());
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(start));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        Set<JavaAccess<?>> found = new HashSet<>();
        while (!open.isEmpty()) {
            for (JavaAccess<?> access : accesses(open.pop())) {
                found.add(access);
                targets(access.getTarget()).filter(seen::add).forEach(open::push);
            }
        }
        return found.stream();
    }

    private List<JavaAccess<?>> accesses(JavaCodeUnit unit) {
        return accesses.computeIfAbsent(
                unit,
                u -> Stream.<JavaAccess<?>>concat(
                                u.getAccessesFromSelf().stream(),
                                Stream.concat(
                                        u.getMethodReferencesFromSelf().stream(),
                                        u.getConstructorReferencesFromSelf().stream()))
                        .toList());
    }

    private static Stream<JavaCodeUnit> targets(AccessTarget target) {
        if (!target.getOwner().getPackageName().startsWith("org.tucai")
                || !(target instanceof AccessTarget.CodeUnitAccessTarget code)) {
            return Stream.empty();
        }
        String[] types =
                code.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        Stream<JavaCodeUnit> own = target.resolveMember().stream()
                .map(JavaMember.class::cast)
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast);
        Stream<JavaCodeUnit> overriding = target.getOwner().getAllSubclasses().stream()
                .filter(c -> !c.getSimpleName().startsWith("$"))
                .flatMap(c -> c.tryGetMethod(target.getName(), types).stream());
        return Stream.concat(own, overriding);
    }
}
