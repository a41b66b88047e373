package org.tucai.platform.problem;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which types of bodies an address takes. */
@Singleton
class TakenTypes {
    /** Types worth trying. More picture types are accepted than can be read, so that their senders are told what to do. */
    private static final Set<String> READABLE = Set.of(MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG, MediaType.IMAGE_WEBP);

    private final BeanProvider<Router> router;

    TakenTypes(BeanProvider<Router> router) {
        this.router = router;
    }

    /**
     * The real reason when the framework refuses the type of a body. For an address with several operations it does so whenever the
     * request fits none of them, even if it is the method or the type of the answer that does not fit.
     */
    ProblemException refusal(HttpRequest<?> request) {
        List<UriRouteInfo<?, ?>> operations = operations(request)
                .filter(o -> o.getHttpMethodName().equals(request.getMethodName()))
                .toList();
        if (operations.isEmpty()) {
            return new ProblemException(PlatformProblem.METHOD_NOT_ALLOWED);
        }
        MediaType sent = request.getContentType().orElse(null);
        return operations.stream().anyMatch(o -> o.doesConsume(sent))
                ? new ProblemException(PlatformProblem.NOT_ACCEPTABLE)
                : new ProblemException(PlatformProblem.UNSUPPORTED_MEDIA_TYPE, types(operations));
    }

    /** What the header {@code Allow} has to name. */
    Set<String> methods(HttpRequest<?> request) {
        return operations(request).map(UriRouteInfo::getHttpMethodName).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<UriRouteInfo<?, ?>> operations(HttpRequest<?> request) {
        return router.get().findAny(request).stream().map(UriRouteMatch::getRouteInfo);
    }

    private static String types(List<UriRouteInfo<?, ?>> operations) {
        Set<String> taken = operations.stream()
                .flatMap(o -> o.getConsumes().stream())
                .map(MediaType::getName)
                .collect(Collectors.toSet());
        boolean picture = taken.containsAll(READABLE);
        return taken.stream()
                .filter(type -> !picture || READABLE.contains(type) || type.equals(MediaType.APPLICATION_JSON))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
