package org.tucai.platform.web;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** {@link PlainText}; an absent text is one. */
@Singleton
class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {
    @Override
    public boolean isValid(
            @Nullable CharSequence text, AnnotationValue<PlainText> annotation, ConstraintValidatorContext context) {
        return text == null || text.chars().noneMatch(PlainTextValidator::isStray);
    }

    private static boolean isStray(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
