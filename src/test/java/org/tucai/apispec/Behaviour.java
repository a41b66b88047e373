package org.tucai.apispec;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.Problem;
import org.tucai.platform.web.Revalidated;

/**
 * What an operation does beyond its signature.
 *
 * @param problems every problem it may answer, by status, then code
 * @param key whether it takes an Idempotency-Key
 * @param etag whether its answer has an ETag
 * @param location whether it answers the Location of what it creates
 */
record Behaviour(Set<Problem> problems, Key key, boolean etag, boolean location) {
    enum Key {
        NEEDED,
        TAKEN,
        IGNORED
    }

    static Behaviour of(Endpoint endpoint, CallGraph calls) {
        Set<Problem> problems =
                new TreeSet<>(Comparator.comparing(Problem::status).thenComparing(Problem::code));
        Key key = key(endpoint);
        for (Method handler : endpoint.handlers()) {
            calls.from(handler).flatMap(Behaviour::named).forEach(problems::add);
            of(handler).forEach(problems::add);
        }
        ofTheDoor(endpoint, key).forEach(problems::add);
        return new Behaviour(
                problems,
                key,
                endpoint.has(Revalidated.class) || does(endpoint, calls, "Etag.of", "PictureAnswers.answer"),
                does(endpoint, calls, "HttpResponse.created(Object, URI)"));
    }

    /** Code refers to a problem's constant only to refuse with it; a record being updated may have changed meanwhile. */
    private static Stream<Problem> named(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (access instanceof JavaFieldAccess && owner.isEnum() && owner.isAssignableTo(Problem.class)) {
            return Arrays.stream(owner.reflect().getEnumConstants())
                    .map(Problem.class::cast)
                    .filter(p -> p.name().equals(access.getTarget().getName()));
        }
        return owner.getSimpleName().endsWith("Repository") && access.getName().equals("update")
                ? Stream.of(PlatformProblem.CHANGED_MEANWHILE)
                : Stream.empty();
    }

    /** Refusals by the framework, before the handler runs. */
    private static Stream<Problem> of(Method handler) {
        Set<Problem> problems = new TreeSet<>(Comparator.comparing(Problem::code));
        for (Parameter parameter : handler.getParameters()) {
            if (parameter.isAnnotationPresent(Body.class) || isUpload(parameter)) {
                problems.add(PlatformProblem.MALFORMED_REQUEST);
                problems.add(PlatformProblem.ENCODING_SPOILED);
                problems.add(PlatformProblem.PAYLOAD_TOO_LARGE);
                problems.add(PlatformProblem.UNSUPPORTED_MEDIA_TYPE);
                problems.add(PlatformProblem.UNSUPPORTED_ENCODING);
            }
            if (isRead(parameter) || parameter.isAnnotationPresent(QueryValue.class) || isTyped(parameter)) {
                problems.add(PlatformProblem.INVALID_FIELDS);
            }
            if (Arrays.stream(parameter.getAnnotations())
                    .anyMatch(a -> a instanceof Valid || a.annotationType().isAnnotationPresent(Constraint.class))) {
                problems.add(PlatformProblem.INVALID_FIELDS);
            }
        }
        return problems.stream();
    }

    private static boolean isUpload(Parameter parameter) {
        return parameter.getParameterizedType().getTypeName().equals("io.micronaut.http.HttpRequest<byte[]>");
    }

    /** A body whose fields may hold values that are invalid for their types. */
    private static boolean isTyped(Parameter parameter) {
        return parameter.isAnnotationPresent(Body.class)
                && parameter.getType().getPackageName().startsWith("org.tucai.");
    }

    /** A parameter whose text may be invalid for its type. */
    private static boolean isRead(Parameter parameter) {
        Class<?> type = parameter.getType();
        return type != String.class
                && !parameter.isAnnotationPresent(Body.class)
                && !parameter.isAnnotationPresent(Header.class)
                && !Authentication.class.isAssignableFrom(type)
                && !type.getPackageName().startsWith("io.micronaut");
    }

    private static Stream<Problem> ofTheDoor(Endpoint endpoint, Key key) {
        Set<Problem> problems = new TreeSet<>(Comparator.comparing(Problem::code));
        if (!endpoint.path().startsWith("/callbacks/")) { // an unknown parameter
            problems.add(PlatformProblem.INVALID_FIELDS);
        }
        if (!endpoint.roles().isEmpty()) {
            problems.add(PlatformProblem.UNAUTHENTICATED);
            if (!endpoint.isForEveryRole()) {
                problems.add(PlatformProblem.FORBIDDEN);
            }
        }
        if (!endpoint.method().equals("GET")) { // also for a body that the operation does not have
            problems.add(PlatformProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (key != Key.IGNORED) {
            problems.add(PlatformProblem.IDEMPOTENCY_KEY_MISSING);
            problems.add(PlatformProblem.IDEMPOTENCY_KEY_REUSED);
            problems.add(PlatformProblem.REQUEST_IN_PROGRESS);
        }
        return problems.stream();
    }

    private static Key key(Endpoint endpoint) {
        if (!endpoint.method().equals("POST") || endpoint.roles().isEmpty()) {
            return Key.IGNORED;
        }
        return endpoint.has(NeedsIdempotencyKey.class) ? Key.NEEDED : Key.TAKEN;
    }

    /** Whether a handler, or a method of its class that it calls, makes one of these calls. */
    private static boolean does(Endpoint endpoint, CallGraph calls, String... wanted) {
        return endpoint.handlers().stream()
                .flatMap(h -> calls.from(h).filter(a -> a.getOriginOwner().isEquivalentTo(h.getDeclaringClass())))
                .map(Behaviour::call)
                .anyMatch(call -> Arrays.stream(wanted).anyMatch(call::startsWith));
    }

    /** For example {@code HttpResponse.created(Object, URI)}. */
    private static String call(JavaAccess<?> access) {
        String types =
                access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget c
                        ? c.getRawParameterTypes().stream()
                                .map(JavaClass::getSimpleName)
                                .collect(java.util.stream.Collectors.joining(", ", "(", ")"))
                        : "";
        return access.getTargetOwner().getSimpleName() + "." + access.getName() + types;
    }
}
