package org.tucai.platform.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation whose body is a picture. Accepts every type that phones send, unreadable ones included: the bytes decide what a file is, and
 * the code that reads them can tell the student what to do.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@RequestBody(required = true, content = @Content(schema = @Schema(type = "string", format = "binary")))
@Consumes({
    MediaType.IMAGE_JPEG,
    "image/jpg", // not registered, but what some phones say
    "image/pjpeg",
    MediaType.IMAGE_PNG,
    MediaType.IMAGE_WEBP,
    MediaType.IMAGE_GIF,
    "image/bmp",
    "image/x-ms-bmp",
    "image/heic",
    "image/heif",
    "image/avif",
    "image/tiff",
    "image/x-adobe-dng",
    MediaType.APPLICATION_OCTET_STREAM
})
public @interface PictureBody {}
