package org.tucai.platform.problem;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;

/** Where a parameter stands in the address: {@code {code}} as the path has it, or {@code ?limit}. */
final class ParameterPlace {
    private ParameterPlace() {}

    static String of(HttpRequest<?> request, String name) {
        String variable = "{" + name + "}";
        return BasicHttpAttributes.getUriTemplate(request)
                        .filter(template -> template.contains(variable))
                        .isPresent()
                ? variable
                : "?" + name;
    }
}
