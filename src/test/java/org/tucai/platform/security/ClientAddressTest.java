package org.tucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private static final String HEADER = "X-Forwarded-For";

    @Test
    void ignoresAHeaderThatIsNotConfigured() {
        assertThat(address(null, "192.0.2.1", "203.0.113.9")).isEqualTo("192.0.2.1");
    }

    @Test
    void usesTheAddressThatTheProxyAddedLastAndNotTheClientsOwn() {
        assertThat(address(HEADER, "127.0.0.1", "10.0.0.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address(HEADER, "127.0.0.1", "10.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address(HEADER, "192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void countsAllAddressesOfAnIpv6SubscriberAsOne() {
        assertThat(address(null, "2001:db8:1:2::1")).isEqualTo(address(null, "2001:db8:1:2:ffff::9"));
        assertThat(address(null, "2001:db8:1:2::1")).isEqualTo(address(HEADER, "127.0.0.1", "2001:db8:1:2::7"));
        assertThat(address(null, "2001:db8:1:2::1")).isNotEqualTo(address(null, "2001:db8:1:3::1"));
    }

    @Test
    void thePortDoesNotDistinguishCallers() {
        assertThat(address(HEADER, "127.0.0.1", "203.0.113.9:50123")).isEqualTo("203.0.113.9");
        assertThat(address(HEADER, "127.0.0.1", "[2001:db8:1:2::7]:50123"))
                .isEqualTo(address(HEADER, "127.0.0.1", "[2001:db8:1:2::8]"))
                .isEqualTo(address(null, "2001:db8:1:2::1"));
    }

    private static String address(@Nullable String header, String connection, String... lines) {
        HttpServerConfiguration server = new HttpServerConfiguration();
        server.setClientAddressHeader(header);
        MutableHttpRequest<Object> request = HttpRequest.GET("/");
        for (String line : lines) {
            request.getHeaders().add(HEADER, line);
        }
        return new ClientAddress(server).of(new HttpRequestWrapper<Object>(request) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress(InetAddress.ofLiteral(connection), 1);
            }
        });
    }
}
