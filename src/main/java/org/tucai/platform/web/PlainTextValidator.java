package org.tucai.platform.web;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** {@link PlainText}; an absent text is one. */
@Singleton
class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {
    /** What turns the direction of the text after it, of what others wrote too. */
    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    @Override
    public boolean isValid(
            @Nullable CharSequence text, AnnotationValue<PlainText> annotation, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        boolean lines = annotation.isTrue("lines");
        boolean blank =
                annotation.booleanValue("blank").orElse(true) && text.toString().isBlank();
        return (blank || TypedCharacters.isSeen(text))
                && text.codePoints().noneMatch(character -> isStray(character, lines));
    }

    private static boolean isStray(int character, boolean lines) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !lines || (character != '\n' && character != '\r' && character != '\t');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> !lines;
            case Character.SURROGATE -> true; // half a character: the database keeps a question mark
            case Character.FORMAT -> TURNING.indexOf(character) >= 0;
            default -> false;
        };
    }
}
