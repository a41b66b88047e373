package org.tucai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test against the running application: real database, real beans, HTTP on a free port, all tables empty before each test.
 * Constructor and method parameters are beans of the application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TucaiExtension.class)
public @interface TucaiTest {}
