package org.tucai.platform.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How busy the picture threads are. */
@Singleton
class PictureMetrics implements MeterBinder {
    private final PictureThreads threads;

    PictureMetrics(PictureThreads threads) {
        this.threads = threads;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tucai.pictures.places", threads, PictureThreads::places)
                .description("pictures that are worked on at once at most")
                .register(registry);
        Gauge.builder("tucai.pictures.busy", threads, PictureThreads::busy)
                .description("pictures that are worked on now")
                .register(registry);
        Gauge.builder("tucai.pictures.waiting", threads, PictureThreads::waiting)
                .description("requests that wait for a place")
                .register(registry);
    }
}
