package org.tucai.platform.web;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import io.micronaut.validation.validator.constraints.DefaultConstraintValidators;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link Size} of a text count characters, as the API's description (JSON Schema's {@code maxLength}) and the database columns do.
 * The framework counts UTF-16 units, of which a rare character such as 𠮷 has two: it would refuse texts that clients rightly think short
 * enough.
 */
@Singleton
@Replaces(DefaultConstraintValidators.class)
class TextLengths extends DefaultConstraintValidators {
    private static final ConstraintValidator<Size, CharSequence> LENGTH = TextLengths::isWithin;

    @Inject
    TextLengths(BeanContext beans) {
        super(beans);
    }

    @Override
    @SuppressWarnings("unchecked") // the types are what was asked for
    public <A extends Annotation, T> Optional<ConstraintValidator<A, T>> findConstraintValidator(
            Class<A> constraint, Class<T> target) {
        return constraint == Size.class && CharSequence.class.isAssignableFrom(target)
                ? Optional.of((ConstraintValidator<A, T>) LENGTH)
                : super.findConstraintValidator(constraint, target);
    }

    private static boolean isWithin(
            @Nullable CharSequence text, AnnotationValue<Size> size, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = Character.codePointCount(text, 0, text.length());
        return size.intValue("min").orElse(0) <= length
                && length <= size.intValue("max").orElse(Integer.MAX_VALUE);
    }
}
