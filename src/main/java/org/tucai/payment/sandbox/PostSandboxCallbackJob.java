package org.tucai.payment.sandbox;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.tucai.payment.GatewayException;
import org.tucai.platform.job.JobHandler;

/** Posts one signed callback to the merchant over HTTP, and repeats it until the merchant accepts it. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
class PostSandboxCallbackJob implements JobHandler {
    static final String TYPE = "post-sandbox-callback";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SandboxCallbackRepository callbacks;
    private final SandboxChannelService channel;
    private final SandboxRefundService refunds;
    private final SandboxSignature signature;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final CallbackAddress address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    PostSandboxCallbackJob(
            SandboxCallbackRepository callbacks,
            SandboxChannelService channel,
            SandboxRefundService refunds,
            SandboxSignature signature,
            ObjectMapper json,
            InstantSource clock,
            CallbackAddress address) {
        this.callbacks = callbacks;
        this.channel = channel;
        this.refunds = refunds;
        this.signature = signature;
        this.json = json;
        this.clock = clock;
        this.address = address;
    }

    /** Where the merchant receives callbacks: the configured address, else this server. */
    @Singleton
    @Requires(property = "tucai.sandbox", value = "true")
    static class CallbackAddress {
        private final BeanProvider<EmbeddedServer> server;
        private final String configured;

        CallbackAddress(
                BeanProvider<EmbeddedServer> server,
                @Value("${tucai.payment.sandbox.callback-url}") String configured) {
            this.server = server;
            this.configured = configured;
        }

        URI uri() {
            String base = configured.isEmpty() ? server.get().getURL().toString() : configured;
            return URI.create(base + "/callbacks/payments/" + SandboxPaymentGateway.NAME);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String callbackNo) {
        SandboxCallback callback = callbacks.findByNo(callbackNo).orElseThrow();
        if (callback.postedAt() != null) {
            return;
        }
        try {
            post(json.writeValueAsString(notice(callback)), callback);
        } catch (IOException e) {
            throw new GatewayException("callback " + callbackNo + " not delivered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException("callback " + callbackNo + " interrupted", e);
        }
        callbacks.posted(callbackNo, clock.instant());
    }

    private void post(String body, SandboxCallback callback) throws IOException, InterruptedException {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(address.uri())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SandboxSignature.TIMESTAMP, timestamp)
                .header(SandboxSignature.NONCE, callback.no())
                .header(SandboxSignature.SIGNATURE, signature.sign(timestamp, callback.no(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> reply = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        reply.body().close(); // unread: the time limit ends with the headers, and the rest may never come
        if (reply.statusCode() / 100 != 2) {
            throw new GatewayException("callback " + callback.no() + " answered with " + reply.statusCode(), null);
        }
    }

    private SandboxNotice notice(SandboxCallback callback) {
        String transactionNo = callback.transactionNo();
        if (transactionNo != null) {
            SandboxTransaction money = channel.money(transactionNo).orElseThrow();
            return new SandboxNotice(
                    callback.no(),
                    "TRANSACTION.SUCCESS",
                    money.paymentNo(),
                    money.transactionNo(),
                    money.paidMinor(),
                    money.currency(),
                    money.paidAt());
        }
        SandboxRefund refund =
                refunds.refund(Objects.requireNonNull(callback.refundNo())).orElseThrow();
        return new SandboxNotice(
                callback.no(),
                "REFUND." + refund.state(),
                refund.refundNo(),
                refund.channelRefundNo(),
                refund.amountMinor(),
                "CNY",
                refund.settledAt());
    }
}
