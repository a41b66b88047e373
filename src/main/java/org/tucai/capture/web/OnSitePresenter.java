package org.tucai.capture.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.OnSiteService;
import org.tucai.platform.web.Language;

/** Puts together what operators see. */
@Singleton
class OnSitePresenter {
    private final OnSiteService onSite;
    private final CaptureService decisions;
    private final CaptureAlbum album;

    OnSitePresenter(OnSiteService onSite, CaptureService decisions, CaptureAlbum album) {
        this.onSite = onSite;
        this.decisions = decisions;
        this.album = album;
    }

    OnSiteView view(Capture capture, Language language) {
        return new OnSiteView(
                captureView(capture, language),
                onSite.order(capture)
                        .map(o -> OnSiteView.OnSiteOrderView.of(o, language))
                        .orElse(null));
    }

    CaptureView captureView(Capture capture, Language language) {
        return CaptureView.of(
                capture,
                album.facts(capture),
                decisions.lastRejections(List.of(capture.no())).get(capture.no()),
                album.words(language),
                language);
    }
}
