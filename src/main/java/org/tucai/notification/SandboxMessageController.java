package org.tucai.notification;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.platform.time.ChinaTime;

/** Shows the messages of the sandbox, in place of a phone; exists only in the sandbox. */
@Tag(name = "Sandbox")
@Controller("/sandbox/messages")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "tucai.sandbox", value = "true")
class SandboxMessageController {
    private final SandboxChannel channel;

    SandboxMessageController(SandboxChannel channel) {
        this.channel = channel;
    }

    /**
     * A message that a sandbox channel accepted.
     *
     * @param text the SMS, or the fields of the subscribe message
     */
    @Serdeable
    record SandboxMessageView(
            String deliveryNo, Channel channel, MessageTemplate template, String text, OffsetDateTime sentAt) {}

    @Operation(summary = "Lists the messages sent to a phone number or openid in the sandbox, newest first")
    @Get("{?to,limit}")
    List<SandboxMessageView> listSandboxMessages(
            @QueryValue @Size(min = 1, max = 64) String to,
            @QueryValue(defaultValue = "20") @Min(1) @Max(200) int limit) {
        return channel.to(to, limit).stream()
                .map(t -> new SandboxMessageView(
                        t.message().deliveryNo(),
                        t.message().channel(),
                        t.message().template(),
                        t.text(),
                        ChinaTime.offset(t.message().sentAt())))
                .toList();
    }
}
