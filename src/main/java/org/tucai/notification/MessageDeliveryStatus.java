package org.tucai.notification;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;

/** How far the delivery of a message by one channel has come. */
enum MessageDeliveryStatus implements Status<MessageDeliveryStatus> {
    /** Nothing has left the house yet. */
    QUEUED,
    /** It was handed to the channel, whose answer is not known yet; a tick, where one is needed, is used up. */
    SENDING,
    /** The channel took it. */
    SENT,
    /** It will not arrive this way; the outcome says why. */
    DROPPED;

    @Override
    public Set<MessageDeliveryStatus> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(SENDING, DROPPED);
            case SENDING -> EnumSet.of(SENT, DROPPED);
            case SENT, DROPPED -> EnumSet.noneOf(MessageDeliveryStatus.class);
        };
    }
}
