package org.tucai.platform.problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Gives a body to the framework's CORS refusals, which have none: whoever set up a proxy would search long for the reason. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class WordlessRefusals implements Ordered {
    private final ProblemResponses responses;

    WordlessRefusals(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }

    @ResponseFilter
    void name(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() == HttpStatus.FORBIDDEN.getCode()
                && response.getBody().isEmpty()
                && request.getHeaders().contains(HttpHeaders.ORIGIN)) {
            responses.name(request, response, PlatformProblem.ORIGIN_REFUSED);
        }
    }
}
