package org.tucai.screen;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.account.AccountService;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureService;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.Photo;
import org.tucai.capture.StudentCaptureService;
import org.tucai.capture.web.PhotoView;
import org.tucai.capture.web.StudentStatus;
import org.tucai.capturecode.CaptureCodeService;
import org.tucai.notification.NotificationService;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.state.StateTransition;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * Assembles screens, each on one connection. Not in a transaction: at READ COMMITTED it would give no consistent snapshot, and beginning
 * and ending it would cost as much as three of the few reads.
 */
@Singleton
class ScreenService {
    private final AccountService accounts;
    private final CaptureCodeService codes;
    private final StudentCaptureService captures;
    private final CaptureAlbum album;
    private final Cards cards;
    private final NotificationService notifications;
    private final StateHistory history;

    ScreenService(
            AccountService accounts,
            CaptureCodeService codes,
            StudentCaptureService captures,
            CaptureAlbum album,
            Cards cards,
            NotificationService notifications,
            StateHistory history) {
        this.accounts = accounts;
        this.codes = codes;
        this.captures = captures;
        this.album = album;
        this.cards = cards;
        this.notifications = notifications;
        this.history = history;
    }

    @Connectable
    HomeView home(String accountNo, Language language) {
        List<Capture> own = captures.own(accountNo);
        List<HomeView.CardView> all = cards.of(own, own, language);
        return new HomeView(mostUrgent(accountNo, own, all, language), all, notifications.unread(accountNo));
    }

    @Connectable
    HomeView.ProgressView progress(String no, String accountNo, Language language) {
        Capture capture = captures.requireOwn(no, accountNo);
        List<Capture> own = capture.status().isGivenUp() ? captures.own(accountNo) : List.of();
        return new HomeView.ProgressView(
                cards.of(List.of(capture), own, language).getFirst(),
                album.photos(no).reversed().stream()
                        .map(p -> photo(p, language))
                        .toList(),
                history.of(no).stream().map(t -> step(t, language)).toList());
    }

    /**
     * Actions come before waiting; among equals, the newest capture. Ended captures do not count: whatever became of them, the student may
     * open a code, for the same enrolment or another, and go on with one opened since.
     */
    private HomeView.NextStepView mostUrgent(
            String accountNo, List<Capture> own, List<HomeView.CardView> all, Language language) {
        Set<String> ended = own.stream()
                .filter(c -> c.status().isGivenUp())
                .map(Capture::no)
                .collect(Collectors.toSet());
        return all.stream()
                .map(HomeView.CardView::nextStep)
                .filter(s -> !ended.contains(s.captureNo()))
                .min(Comparator.comparingInt(s -> s.code().urgency()))
                .orElseGet(() -> cards.toBegin(accounts.isVerified(accountNo), codeInHand(accountNo, own), language));
    }

    /** A code in use led to a capture; one opened after the newest capture began did not yet. */
    private @Nullable String codeInHand(String accountNo, List<Capture> own) {
        Instant since = own.isEmpty() ? Instant.EPOCH : own.getFirst().createdAt();
        return codes.newest(accountNo, since).orElse(null);
    }

    private PhotoView photo(Photo photo, Language language) {
        String url = "/api/v1/student/captures/" + photo.captureNo() + "/photos/" + photo.no() + "/picture";
        return PhotoView.of(photo, album.report(photo), url, language);
    }

    private static HomeView.StepView step(StateTransition t, Language language) {
        CaptureStatus status = CaptureStatus.valueOf(t.toState());
        String text = StudentStatus.text(status, CaptureService.RETAKE_ORDERED.equals(t.cause()), language);
        return new HomeView.StepView(StudentStatus.of(status).name(), text, ChinaTime.offset(t.at()));
    }
}
