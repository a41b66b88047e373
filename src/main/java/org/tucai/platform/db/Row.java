package org.tucai.platform.db;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record of one row of a table. It is changed by copying: its builder, generated at compile time and named after it, copies all
 * components except those that are set.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        addStaticBuilder = false,
                        enableGetters = false,
                        enableWither = false,
                        builderClassModifiers = {}))
public @interface Row {}
