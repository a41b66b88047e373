package org.tucai.screen;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.Revalidated;

@Tag(name = "Screens")
@Controller("/api/v1/student/screens")
@Secured(Role.Names.STUDENT)
class ScreenController {
    private final ScreenService screens;

    ScreenController(ScreenService screens) {
        this.screens = screens;
    }

    @Operation(summary = "Returns the home screen: a card for each capture, and in nextStep what to do next")
    @Revalidated
    @Get("/home")
    HomeView homeScreen(Authentication who, HttpRequest<?> request) {
        return screens.home(Actor.of(who).no(), Language.of(request));
    }

    @Operation(summary = "Returns the progress screen of one capture: card, photos with reports, history")
    @Revalidated
    @Get("/captures/{no}")
    HomeView.ProgressView progressScreen(String no, Authentication who, HttpRequest<?> request) {
        return screens.progress(no, Actor.of(who).no(), Language.of(request));
    }
}
