package org.tucai.delivery;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;
import org.tucai.platform.web.Language;

/** Status of a delivery. */
public enum DeliveryStatus implements Status<DeliveryStatus> {
    /** The list of photos is fixed; nothing has been pulled. */
    PREPARED("待下载", "Ready for download"),
    /** The school has pulled it at least once, as far as we know. */
    PULLED("已下载", "Downloaded"),
    /** The school says that it has every photo. */
    ACKNOWLEDGED("已签收", "Acknowledged");

    private final String zh;
    private final String en;

    DeliveryStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }

    @Override
    public Set<DeliveryStatus> next() {
        return switch (this) {
            case PREPARED -> EnumSet.of(PULLED);
            case PULLED -> EnumSet.of(ACKNOWLEDGED);
            case ACKNOWLEDGED -> EnumSet.noneOf(DeliveryStatus.class);
        };
    }
}
