package org.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.transaction.annotation.Transactional;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever locks rows, changes them or leaves jobs is one transaction. Without it a lock would last for its statement only, and a failure
 * would leave half of the work done; other tests would notice neither unless something else happens at the same moment.
 */
class TransactionsTest {
    @Test
    void servicesChangeThingsInTransactions() {
        Set<String> without = new TreeSet<>();
        for (JavaClass service : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.tucai")) {
            if (service.getSimpleName().endsWith("Service")
                    && !service.getName().contains("$")) {
                service.getMethods().stream()
                        .filter(m -> !m.getModifiers().contains(JavaModifier.PRIVATE))
                        .filter(m -> !m.isAnnotatedWith(Transactional.class) && !isInTheCallersTransaction(m))
                        .filter(m -> does(TransactionsTest::isChange, m))
                        .forEach(m -> without.add(service.getSimpleName() + "." + m.getName()));
            }
        }

        assertThat(without).isEmpty();
    }

    /** It is given a row that its caller has locked, or implements a port, which is called in the transaction of the feature that owns it. */
    private static boolean isInTheCallersTransaction(JavaMethod method) {
        boolean getsARow = method.getRawParameterTypes().stream().anyMatch(p -> p.isAnnotatedWith(MappedEntity.class));
        return (getsARow && !does(TransactionsTest::locksItself, method))
                || method.getOwner().getAllRawInterfaces().stream()
                        .flatMap(i -> i.getMethods().stream())
                        .anyMatch(m -> m.getName().equals(method.getName()));
    }

    /** Whether the method, or a private one that it uses, makes such a call. */
    private static boolean does(Predicate<JavaCodeUnitAccess<?>> what, JavaMethod method) {
        Set<JavaMethod> seen = new HashSet<>();
        Deque<JavaMethod> left = new ArrayDeque<>(Set.of(method));
        while (!left.isEmpty()) {
            JavaMethod next = left.pop();
            if (seen.add(next)) {
                List<JavaCodeUnitAccess<?>> calls = calls(next);
                if (calls.stream().anyMatch(what)) {
                    return true;
                }
                calls.forEach(call -> privateMethod(call, method.getOwner()).ifPresent(left::push));
            }
        }
        return false;
    }

    private static List<JavaCodeUnitAccess<?>> calls(JavaMethod method) {
        return Stream.<JavaCodeUnitAccess<?>>concat(
                        method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream())
                .toList();
    }

    private static Optional<JavaMethod> privateMethod(JavaCodeUnitAccess<?> call, JavaClass owner) {
        return call.getTarget()
                .resolveMember()
                .filter(m -> m.getOwner().equals(owner) && m.getModifiers().contains(JavaModifier.PRIVATE))
                .map(JavaMethod.class::cast);
    }

    private static boolean locksItself(JavaCodeUnitAccess<?> call) {
        String on = call.getTargetOwner().getSimpleName();
        return (on.endsWith("Repository") || on.endsWith("Gate"))
                && call.getName().startsWith("lock");
    }

    private static boolean isLock(JavaCodeUnitAccess<?> call) {
        return locksItself(call)
                || (call.getTargetOwner().getSimpleName().endsWith("Service")
                        && Stream.of("lock", "hold").anyMatch(call.getName()::startsWith));
    }

    /** Not an insertion by itself: a single row is stored whole anyway. */
    private static boolean isChange(JavaCodeUnitAccess<?> call) {
        String on = call.getTargetOwner().getSimpleName();
        String name = call.getName();
        return isLock(call)
                || (on.endsWith("Gate") && !name.equals("own"))
                || (on.equals("StateHistory") && name.equals("moved"))
                || (on.equals("AuditTrail") && name.equals("record"))
                || on.equals("JobQueue")
                || (on.endsWith("Repository") && Stream.of("update", "delete").anyMatch(name::startsWith));
    }
}
