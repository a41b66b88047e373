package org.tucai.notification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.tucai.platform.idempotency.NeedsIdempotencyKey;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Page;
import org.tucai.platform.web.Revalidated;

@Tag(name = "Messages")
@Controller("/api/v1/student")
@Secured(Role.Names.STUDENT)
class StudentMessageController {
    private final InboxService inbox;
    private final NotificationService notifications;

    StudentMessageController(InboxService inbox, NotificationService notifications) {
        this.inbox = inbox;
        this.notifications = notifications;
    }

    /**
     * A message as shown to the student.
     *
     * @param template the kind of message
     * @param subject public number of what the message is about
     */
    @Serdeable
    record MessageView(
            String no,
            MessageTemplate template,
            String title,
            String body,
            String subject,
            OffsetDateTime createdAt,
            boolean read) {}

    /** The number of unread messages. */
    @Serdeable
    record UnreadCountView(long unread) {}

    /**
     * The subscribe messages that the student allowed in one tap.
     *
     * @param templates at most 3, because WeChat asks for no more at once
     */
    @Serdeable
    record TickBody(@NotEmpty @Size(max = 3) Set<MessageTemplate> templates) {}

    /**
     * A subscribe message that the student may allow.
     *
     * @param title the message's title
     * @param remaining how many such messages may still be sent; at 0 the student has to allow the next one
     */
    @Serdeable
    record TickView(MessageTemplate template, String title, int remaining) {}

    @Operation(summary = "Lists the student's messages, newest first")
    @Revalidated
    @Get("/messages{?cursor,limit}")
    Page<MessageView> listMessages(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Language language = Language.of(request);
        List<InboxService.Opened> found =
                inbox.before(Actor.of(who).no(), Cursor.decode(cursor, Cursor.END), limit + 1, language);
        return Page.of(
                        found,
                        limit,
                        o -> new Cursor(o.message().createdAt(), o.message().no()))
                .map(o -> view(o, language));
    }

    private static MessageView view(InboxService.Opened opened, Language language) {
        Message message = opened.message();
        return new MessageView(
                message.no(),
                message.template(),
                message.template().title(language),
                opened.body(language),
                message.subject(),
                ChinaTime.offset(message.createdAt()),
                message.readAt() != null);
    }

    @Operation(summary = "Counts unread messages")
    @Get("/messages/unread-count")
    UnreadCountView countUnreadMessages(Authentication who) {
        return new UnreadCountView(notifications.unread(Actor.of(who).no()));
    }

    @Operation(summary = "Marks one message as read")
    @ApiResponse(responseCode = "204", description = "Marked as read")
    @Post("/messages/{no}/readings")
    @Status(HttpStatus.NO_CONTENT)
    void readMessage(Authentication who, String no) {
        inbox.markRead(Actor.of(who).no(), no);
    }

    @Operation(summary = "Marks all messages as read")
    @ApiResponse(responseCode = "204", description = "Marked as read")
    @Post("/messages/readings")
    @Status(HttpStatus.NO_CONTENT)
    void readAllMessages(Authentication who) {
        inbox.markAllRead(Actor.of(who).no());
    }

    @Operation(
            summary = "Lists the subscribe messages (订阅消息) a student may allow, and how many of each may still be sent")
    @Get("/subscription-ticks")
    List<TickView> listSubscriptionTicks(HttpRequest<?> request, Authentication who) {
        return ticks(Actor.of(who).no(), Language.of(request));
    }

    @Operation(summary = "Reports the subscribe messages allowed in one tap: each tick allows one message")
    @NeedsIdempotencyKey
    @Post("/subscription-ticks")
    List<TickView> addSubscriptionTicks(HttpRequest<?> request, Authentication who, @Body @Valid TickBody body) {
        String accountNo = Actor.of(who).no();
        inbox.ticked(accountNo, body.templates());
        return ticks(accountNo, Language.of(request));
    }

    private List<TickView> ticks(String accountNo, Language language) {
        return inbox.ticks(accountNo).entrySet().stream()
                .map(e -> new TickView(e.getKey(), e.getKey().title(language), e.getValue()))
                .toList();
    }
}
