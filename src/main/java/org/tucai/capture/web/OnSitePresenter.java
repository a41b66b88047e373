package org.tucai.capture.web;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.OnSiteService;
import org.tucai.platform.web.Language;

/** Assembles what operators see. */
@Singleton
class OnSitePresenter {
    private final OnSiteService onSite;
    private final CaptureService decisions;
    private final CaptureAlbum album;
    private final InstantSource clock;

    OnSitePresenter(OnSiteService onSite, CaptureService decisions, CaptureAlbum album, InstantSource clock) {
        this.onSite = onSite;
        this.decisions = decisions;
        this.album = album;
        this.clock = clock;
    }

    OnSiteView view(Capture capture, Language language) {
        return new OnSiteView(
                captureView(capture, language),
                onSite.order(capture)
                        .map(o -> OnSiteView.OnSiteOrderView.of(o, clock.instant(), language))
                        .orElse(null));
    }

    private CaptureView captureView(Capture capture, Language language) {
        return CaptureView.of(
                capture,
                album.facts(capture),
                decisions.lastRejections(List.of(capture.no())).get(capture.no()),
                album.words(language),
                language);
    }
}
