package org.tucai.screen;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureAlbum;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.Photo;
import org.tucai.capture.StudentCaptureService;
import org.tucai.capture.web.PhotoView;
import org.tucai.capture.web.StudentStatus;
import org.tucai.notification.NotificationService;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.state.StateHistory;
import org.tucai.platform.state.StateTransition;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Revalidated;

@Tag(name = "Screens")
@Controller("/api/v1/student/screens")
@Secured(Role.Names.STUDENT)
@ExecuteOn(TaskExecutors.BLOCKING)
class ScreenController {
    private final StudentCaptureService captures;
    private final CaptureAlbum album;
    private final Cards cards;
    private final NotificationService notifications;
    private final StateHistory history;

    ScreenController(
            StudentCaptureService captures,
            CaptureAlbum album,
            Cards cards,
            NotificationService notifications,
            StateHistory history) {
        this.captures = captures;
        this.album = album;
        this.cards = cards;
        this.notifications = notifications;
        this.history = history;
    }

    @Operation(summary = "The home screen: every capture as a card, and in nextStep what to do next")
    @Revalidated
    @Get("/home")
    HomeView homeScreen(Authentication who, HttpRequest<?> request) {
        String accountNo = Actor.of(who).no();
        Language language = Language.of(request);
        List<HomeView.CardView> all = captures.own(accountNo).stream()
                .map(c -> cards.card(c, language))
                .toList();
        return new HomeView(mostUrgent(all, language), all, notifications.unread(accountNo));
    }

    /** What the student can do comes before what is waited for; with equals, the newest capture. */
    private static HomeView.NextStepView mostUrgent(List<HomeView.CardView> cards, Language language) {
        return cards.stream()
                .map(HomeView.CardView::nextStep)
                .min(Comparator.comparingInt(s -> s.code().urgency()))
                .orElse(new HomeView.NextStepView(
                        NextStep.OPEN_CODE,
                        NextStep.OPEN_CODE.title(language),
                        NextStep.OPEN_CODE.hint(language),
                        null));
    }

    @Operation(summary = "The progress screen of one capture: card, photos with reports, what has happened")
    @Revalidated
    @Get("/captures/{no}")
    HomeView.ProgressView progressScreen(String no, Authentication who, HttpRequest<?> request) {
        Language language = Language.of(request);
        Capture capture = captures.requireOwn(no, Actor.of(who).no());
        return new HomeView.ProgressView(
                cards.card(capture, language),
                album.photos(no).reversed().stream()
                        .map(p -> photo(p, language))
                        .toList(),
                history.of(no).stream().map(t -> step(t, language)).toList());
    }

    private PhotoView photo(Photo photo, Language language) {
        String url = "/api/v1/student/captures/" + photo.captureNo() + "/photos/" + photo.no() + "/picture";
        return PhotoView.of(photo, album.report(photo), url, language);
    }

    private static HomeView.StepView step(StateTransition t, Language language) {
        StudentStatus status = StudentStatus.of(CaptureStatus.valueOf(t.toState()));
        return new HomeView.StepView(status.name(), status.text(language), ChinaTime.offset(t.at()));
    }
}
