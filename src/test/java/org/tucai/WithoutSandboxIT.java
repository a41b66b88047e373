package org.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.management.health.indicator.diskspace.DiskSpaceIndicatorConfiguration;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.platform.start.StartRemark;
import org.tucai.testing.Http;

/** The server of a unit that has not connected its own channels yet: it runs, and names what is missing. */
class WithoutSandboxIT {
    @TempDir
    private static Path data;

    private static ApplicationContext application;

    @BeforeAll
    static void start() {
        application = ApplicationContext.builder("test")
                .deduceEnvironment(false)
                .banner(false)
                .properties(Map.of(
                        "tucai.sandbox",
                        false,
                        "tucai.data-dir",
                        data.toString(),
                        "tucai.capture-code.format",
                        "other",
                        "tucai.metrics.token",
                        ""))
                .run(EmbeddedServer.class)
                .getApplicationContext();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Http http() {
        return application.getBean(Http.class);
    }

    @Test
    void theStartNamesEachPartThatIsMissing() {
        assertThat(application.getBeansOfType(StartRemark.class).stream().flatMap(r -> r.remarks().stream()))
                .satisfiesExactlyInAnyOrder(
                        r -> assertThat(r).startsWith("No SmsGateway"),
                        r -> assertThat(r).startsWith("No SubscribeGateway"),
                        r -> assertThat(r).startsWith("No WeChatLogin"),
                        r -> assertThat(r).startsWith("No CodeAuthority for the format other"),
                        r -> assertThat(r).startsWith("No PaymentGateway called sandbox"),
                        r -> assertThat(r).startsWith("No tucai.authority.url"),
                        r -> assertThat(r).startsWith("No tucai.metrics.token"),
                        r -> assertThat(r).startsWith("No readable tucai.authority.keys-file"));
    }

    @Test
    void theHealthCheckWatchesTheDiskThatHoldsTheData() {
        assertThat(application.getBean(DiskSpaceIndicatorConfiguration.class).getPath())
                .isEqualTo(data.toFile());
    }

    @Test
    void aSignInNamesTheMissingChannel() {
        http().post("/api/v1/student/wechat-sessions", Map.of("code", "any")).expectProblem(503, "wechat-unavailable");
        http().post("/api/v1/student/sms-codes", Map.of("phone", "13800000001"))
                .expectPlainProblem(503, "sms-unavailable");
    }

    @Test
    void metricsAreNotServedWithoutAConfiguredToken() {
        http().get("/prometheus").expectProblem(404, "not-found");
    }

    @Test
    void anAuthorityMessageIsAnsweredKeysMissingWithoutItsKeys() {
        http().send(
                        "POST",
                        "/callbacks/authority/conclusions",
                        "application/jose",
                        "a.b.c".getBytes(StandardCharsets.US_ASCII))
                .expectPlainProblem(503, "authority-keys-missing");
    }
}
