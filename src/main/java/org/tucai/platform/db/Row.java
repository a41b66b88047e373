package org.tucai.platform.db;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record of one row that changes by being copied: its builder, written while compiling and named after it, copies everything but what it
 * is told.
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
