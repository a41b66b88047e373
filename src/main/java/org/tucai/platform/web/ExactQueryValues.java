package org.tucai.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.NearName;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ValueTexts;

/**
 * Refuses query parameters that are unknown or repeated, booleans other than {@code true} and {@code false}, constants written in another
 * way, days whose year has not four digits, and empty filters. By itself the framework ignores {@code ?statuss=} and lists everything, joins
 * two values of one parameter, takes {@code ?attention=2} for {@code false} and {@code ?status=Partly-Refunded} for
 * {@code PARTLY_REFUNDED}, accepts days a million years ago, and finds nothing for the {@code ?campaignNo=} of a form that was left blank.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ExactQueryValues implements Ordered {
    private static final Pattern DAY = Pattern.compile("\\d{4}-.*");

    /** Where every parameter is ours: payment channels and the authority may add to the addresses at which they call back. */
    private static final Pattern OURS = Pattern.compile("/(api|sandbox)/.*");

    /** After authentication: strangers are not told which parameters there are. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void require(HttpRequest<?> request) {
        if (request.getUri().getRawQuery() == null
                || !(RouteAttributes.getRouteMatch(request).orElse(null)
                        instanceof MethodBasedRouteMatch<?, ?> route)) {
            return;
        }
        List<Argument<?>> parameters = Arrays.stream(route.getArguments())
                .filter(parameter -> parameter.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                .<Argument<?>>map(parameter -> parameter)
                .toList();
        Stream<FieldError> unfit = parameters.stream()
                .flatMap(parameter -> fault(parameter, request.getParameters().getAll(parameter.getName())));
        List<FieldError> errors =
                Stream.concat(unknown(request, parameters), unfit).toList();
        if (!errors.isEmpty()) {
            throw PlatformProblem.invalidFields(errors);
        }
    }

    private static Stream<FieldError> unknown(HttpRequest<?> request, List<Argument<?>> parameters) {
        if (!OURS.matcher(request.getPath()).matches()) {
            return Stream.empty();
        }
        List<String> known = parameters.stream().map(Argument::getName).toList();
        return request.getParameters().names().stream()
                .filter(given -> !known.contains(given))
                .sorted()
                .map(given -> unknown(given, known));
    }

    private static FieldError unknown(String given, List<String> known) {
        String pointer = "?" + given;
        return known.stream()
                .filter(name -> NearName.isMeant(name.toLowerCase(Locale.ROOT), given.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(name -> new FieldError("没有这个参数，应为 " + name, "there is no such parameter; use " + name, pointer))
                .orElseGet(() -> new FieldError("没有这个参数，请去掉", "there is no such parameter; remove it", pointer));
    }

    private static Stream<FieldError> fault(Argument<?> parameter, List<String> given) {
        String pointer = "?" + parameter.getName();
        if (given.size() > 1) {
            return Stream.of(new FieldError("只能出现一次", "must appear only once", pointer));
        }
        if (isFilter(parameter) && given.contains("")) {
            return Stream.of(new FieldError("不能为空；不按此筛选时请省略", "must not be empty; omit it to include all", pointer));
        }
        return given.stream().allMatch(written(parameter.getType()))
                ? Stream.empty()
                : Stream.of(ValueTexts.unfit(parameter, pointer));
    }

    /** An empty cursor is where a list begins. */
    private static boolean isFilter(Argument<?> parameter) {
        boolean named =
                parameter.getType() == String.class || parameter.getType().isEnum();
        return named && parameter.isNullable() && !parameter.getName().equals("cursor");
    }

    private static Predicate<String> written(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return value -> value.equals("true") || value.equals("false");
        }
        if (type.isEnum()) {
            return value -> Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .anyMatch(value::equals);
        }
        if (type == LocalDate.class) {
            return value -> value.isEmpty() || DAY.matcher(value).matches();
        }
        return value -> true;
    }
}
