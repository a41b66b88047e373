package org.tucai.notification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tucai.platform.start.StartRemark;

/** Reports at the start which channels have no gateway. */
@Singleton
class MissingChannels implements StartRemark {
    private final Optional<SmsGateway> sms;
    private final Optional<SubscribeGateway> subscribe;

    MissingChannels(Optional<SmsGateway> sms, Optional<SubscribeGateway> subscribe) {
        this.sms = sms;
        this.subscribe = subscribe;
    }

    @Override
    public List<String> remarks() {
        List<String> missing = new ArrayList<>();
        if (sms.isEmpty()) {
            missing.add("No SmsGateway: nobody can sign in by phone (503 sms-unavailable), and no SMS is sent");
        }
        if (subscribe.isEmpty()) {
            missing.add("No SubscribeGateway: no subscribe message is sent; students find messages in the app");
        }
        return missing;
    }
}
