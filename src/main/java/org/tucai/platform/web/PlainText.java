package org.tucai.platform.web;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that people write for people: one line, no control characters, none that turn the direction of what follows, and no half
 * characters. What else comes with a paste is seen by nobody, breaks the lists and sheets that the text ends up in,
 * and the systems behind us, the payment channel first, refuse it long after its writer has left. Nor is a text plain of which
 * nothing would be seen: a name of zero-width characters is none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, ANNOTATION_TYPE, TYPE_USE})
@Constraint(validatedBy = {})
public @interface PlainText {
    String message() default "must not hold control characters, nor line breaks or tabs where one line belongs";

    /** Whether it may have several lines, and tabs: what explains something, not what names it. */
    boolean lines() default false;

    /** Whether it may be blank: not what may be absent, and so is not refused by {@code NotBlank}, but names something when it is there. */
    boolean blank() default true;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
