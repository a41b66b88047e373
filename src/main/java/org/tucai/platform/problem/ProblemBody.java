package org.tucai.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The body of every answer that is not 2xx (RFC 9457).
 *
 * @param type address of the problem's description
 * @param title short name in the client's language
 * @param status the HTTP status
 * @param detail what happened and what to do, in the client's language
 * @param instance the request's id, as the log has it
 * @param code what clients switch on
 * @param errors the fields at fault; only with 422
 */
@Serdeable
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> errors) {

    /**
     * An invalid field.
     *
     * @param detail what is wrong with it, in the client's language
     * @param pointer RFC 6901 pointer into the body, {@code /lastFour}, {@code ?limit} of the query, or {@code {code}} of the path
     */
    @Serdeable
    public record Field(String detail, String pointer) {}
}
