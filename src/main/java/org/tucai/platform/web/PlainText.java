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
 * A text that people write for people: one line without control characters, bidirectional overrides or unpaired surrogates. Such characters
 * come with pasted text; nobody sees them, they break lists and sheets, and downstream systems such as the payment channel refuse them
 * long after the writer has left. A text with nothing visible, such as a name of zero-width characters, is refused, too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, ANNOTATION_TYPE, TYPE_USE})
@Constraint(validatedBy = {})
public @interface PlainText {
    String message() default
            "must not contain control characters, nor line breaks or tabs where only one line is allowed";

    /** Whether several lines and tabs are allowed, as in explanations but not in names. */
    boolean lines() default false;

    /** Whether it may be blank; false for optional names, which {@code NotBlank} would refuse when absent. */
    boolean blank() default true;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
