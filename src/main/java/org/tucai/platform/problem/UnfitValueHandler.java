package org.tucai.platform.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values of the wrong type ({@code ?limit=many}, a word for the year of a path, a number where a text belongs) and unknown fields of a
 * body: 422 as for other fields, with the place and what may stand there. If there is no place to name, for example if the whole body is a
 * list where an object is expected, it is a malformed request.
 */
@Singleton
@Replaces(ConversionErrorHandler.class)
@Produces("application/problem+json")
class UnfitValueHandler implements ExceptionHandler<ConversionErrorException, HttpResponse<?>> {
    private final ProblemResponses responses;

    UnfitValueHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public HttpResponse<?> handle(HttpRequest request, ConversionErrorException exception) {
        FieldError error = error(request, exception);
        return responses.answer(
                request,
                error == null
                        ? new ProblemException(PlatformProblem.MALFORMED_REQUEST)
                        : PlatformProblem.invalidFields(List.of(error)));
    }

    private static @Nullable FieldError error(HttpRequest<?> request, ConversionErrorException exception) {
        if (exception.getCause() instanceof SerdeException unfit) {
            return error(unfit);
        }
        Argument<?> parameter = exception.getArgument();
        return parameter.getAnnotationMetadata().hasAnnotation(Body.class)
                ? null
                : ValueTexts.unfit(parameter, ParameterPlace.of(request, parameter.getName()));
    }

    private static @Nullable FieldError error(SerdeException unfit) {
        List<ReferencePath> path = unfit.getPath();
        if (path.isEmpty()) {
            return null;
        }
        // the innermost comes first
        StringBuilder pointer = new StringBuilder();
        path.reversed().forEach(step -> pointer.append('/').append(name(step)));
        return path.getFirst() instanceof PropertyReferencePath field && isUnknown(field)
                ? unknown(field, pointer.toString())
                : ValueTexts.unfit(type(path.getFirst()), pointer.toString());
    }

    /** For an unknown field the framework names the type {@code Object}, which no known field has. */
    private static boolean isUnknown(PropertyReferencePath field) {
        return field.property().getType() == Object.class;
    }

    private static FieldError unknown(PropertyReferencePath field, String pointer) {
        return Arrays.stream(BeanIntrospection.getIntrospection(field.type()).getConstructorArguments())
                .map(Argument::getName)
                .filter(name -> NearName.isMeant(name.toLowerCase(Locale.ROOT), lowerCase(field)))
                .findFirst()
                .map(name -> new FieldError("没有这个字段，应为 " + name, "there is no such field; use " + name, pointer))
                .orElseGet(() -> new FieldError("没有这个字段，请去掉", "there is no such field; remove it", pointer));
    }

    private static String lowerCase(PropertyReferencePath field) {
        return field.property().getName().toLowerCase(Locale.ROOT);
    }

    private static String name(ReferencePath step) {
        return switch (step) {
            case CollectionItemReferencePath item -> Integer.toString(item.index());
            case MapItemReferencePath entry -> escaped(entry.key());
            default -> escaped(step.getArgument().getName()); // one that nobody knows is the client's own word
        };
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Argument<?> type(ReferencePath step) {
        Argument<?>[] of = step.getArgument().getTypeParameters();
        boolean within = step instanceof CollectionItemReferencePath || step instanceof MapItemReferencePath;
        return within && of.length > 0 ? of[of.length - 1] : step.getArgument();
    }
}
