package org.tucai.platform.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the other end of its connection or, behind a proxy, what {@code micronaut.server.client-address-header}
 * says. Headers that nobody configured are not believed: whoever writes one could call itself anything. Of IPv6 the half that
 * names a subscriber counts, since each has 2^64 addresses.
 */
@Singleton
class ClientAddress {
    private static final int SUBSCRIBER_BYTES = 8;

    /** As some proxies write an address: the port behind it is another one for each connection. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[(.+)](?::\\d+)?|([\\d.]+):\\d+");

    private final @Nullable String header;

    ClientAddress(HttpServerConfiguration server) {
        this.header = server.getClientAddressHeader();
    }

    String of(HttpRequest<?> request) {
        List<String> named = header == null ? List.of() : request.getHeaders().getAll(header);
        if (named.isEmpty()) {
            InetAddress address = request.getRemoteAddress().getAddress();
            return address == null ? "unknown" : subscriber(address);
        }
        String line = named.getLast();
        String last = bare(line.substring(line.lastIndexOf(',') + 1).strip()); // what the proxy itself saw stands last
        try {
            return subscriber(InetAddress.ofLiteral(last));
        } catch (IllegalArgumentException e) {
            return last; // in a form of the proxy's own
        }
    }

    private static String bare(String address) {
        Matcher parts = WITH_PORT.matcher(address);
        if (!parts.matches()) {
            return address;
        }
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }

    private static String subscriber(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), SUBSCRIBER_BYTES))
                : address.getHostAddress();
    }
}
