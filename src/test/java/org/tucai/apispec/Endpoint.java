package org.tucai.apispec;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.http.annotation.UriMapping;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tucai.platform.security.Role.Names;

/**
 * One operation as implemented.
 *
 * @param method GET, POST …
 * @param path with its variables in braces, as the description writes it
 * @param handlers the controller's methods; several when they consume different media types
 */
record Endpoint(String method, String path, List<Method> handlers) {

    /** Every operation of these controllers, by "METHOD path". */
    static Map<String, Endpoint> of(Stream<Class<?>> controllers) {
        Map<String, Endpoint> found = new TreeMap<>();
        controllers
                .filter(c -> !c.isAnnotationPresent(Hidden.class))
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .forEach(handler -> Arrays.stream(handler.getAnnotations())
                        .filter(a -> a.annotationType().isAnnotationPresent(HttpMethodMapping.class))
                        .forEach(mapping -> add(found, mapping, handler)));
        return found;
    }

    private static void add(Map<String, Endpoint> found, Annotation mapping, Method handler) {
        String method = mapping.annotationType().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        String base =
                handler.getDeclaringClass().getAnnotation(Controller.class).value();
        String own = value(mapping).replaceAll("\\{\\?[^}]*}", "");
        String path = base + (own.equals(UriMapping.DEFAULT_URI) ? "" : own);
        found.computeIfAbsent(method + " " + path, k -> new Endpoint(method, path, new ArrayList<>()))
                .handlers()
                .add(handler);
    }

    private static String value(Annotation mapping) {
        try {
            return (String) mapping.annotationType().getMethod("value").invoke(mapping);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The roles that may call; empty when everybody may. */
    List<String> roles() {
        List<String> rules = rules();
        return switch (rules.getFirst()) {
            case SecurityRule.IS_ANONYMOUS -> List.of();
            case SecurityRule.IS_AUTHENTICATED -> List.of(Names.STUDENT, Names.REVIEWER, Names.MANAGER, Names.SCHOOL);
            default -> rules;
        };
    }

    boolean isForEveryRole() {
        return rules().contains(SecurityRule.IS_AUTHENTICATED);
    }

    private List<String> rules() {
        Method handler = handlers.getFirst();
        Secured secured = handler.getAnnotation(Secured.class);
        if (secured == null) {
            secured = handler.getDeclaringClass().getAnnotation(Secured.class);
        }
        if (secured == null) {
            throw new IllegalStateException("no @Secured on " + handler);
        }
        return List.of(secured.value());
    }

    boolean has(Class<? extends Annotation> annotation) {
        return handlers.stream().anyMatch(h -> h.isAnnotationPresent(annotation));
    }
}
