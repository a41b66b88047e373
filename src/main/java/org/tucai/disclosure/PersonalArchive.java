package org.tucai.disclosure;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.tucai.capture.Capture;
import org.tucai.capture.StudentCaptureService;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.web.Language;
import org.tucai.platform.web.PiecewiseStream;
import org.tucai.platform.web.ZipPieces;

/** Opens a student's copy as a stream whose parts are made when they are read. */
@Singleton
class PersonalArchive {
    private final BeanProvider<PersonalData> features;
    private final StudentCaptureService captures;
    private final ReadableJson json;
    private final InstantSource clock;

    PersonalArchive(
            BeanProvider<PersonalData> features,
            StudentCaptureService captures,
            ReadableJson json,
            InstantSource clock) {
        this.features = features;
        this.captures = captures;
        this.json = json;
        this.clock = clock;
    }

    InputStream open(String accountNo, Language language) {
        List<PersonalData> contributors = features.stream().toList();
        List<String> captureNos =
                captures.own(accountNo).stream().map(Capture::no).toList();
        return new PiecewiseStream(new ZipPieces(
                new PersonalEntries(contributors, accountNo, captureNos, language, json, clock.instant())));
    }
}
