package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.ProofreadingSilence;
import org.tucai.capture.Capture;
import org.tucai.capture.ReviewedCaptures;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;

/** One student whose photos are accepted, and what the student says about them over HTTP. */
@Singleton
class CheckedStudent {
    private static final String HERE = "/api/v1/student/proofreadings";

    private final ReviewedCaptures reviewed;
    private final ProofreadingService service;
    private final CampaignFixtures campaigns;
    private final People people;
    private final MutableClock clock;
    private final Http http;
    private String student;
    private String accountNo;

    CheckedStudent(
            ReviewedCaptures reviewed,
            ProofreadingService service,
            CampaignFixtures campaigns,
            People people,
            MutableClock clock,
            Http http) {
        this.reviewed = reviewed;
        this.service = service;
        this.campaigns = campaigns;
        this.people = people;
        this.clock = clock;
        this.http = http;
    }

    /** Switches to another student. */
    void arrives() {
        student = people.aStudent();
        accountNo = http.as(student).get("/api/v1/student/account").expect(200).at("no");
    }

    /** Signs the same student in again. */
    void returns() {
        student = people.again(student);
    }

    String accountNo() {
        return accountNo;
    }

    Http.Reply get(String path, String... headers) {
        return http.as(student).get(path, headers);
    }

    Http.Reply view(Proofreading open) {
        return get(HERE + "/" + open.no());
    }

    /** A check that the student has confirmed as wrong: not me. */
    Proofreading disputed() {
        Proofreading open = accepted(ProofreadingSilence.STAYS_OPEN);
        service.answer(open.no(), accountNo, Answer.WRONG);
        return service.confirm(open.no(), accountNo, Answer.WRONG, ErratumReason.NOT_ME, null);
    }

    /** The check of a photo just accepted, in a campaign that treats silence like this. */
    Proofreading accepted(ProofreadingSilence silence) {
        Capture capture = reviewed.accepted(campaign(silence), accountNo, "B1");
        return service.of(accountNo).stream()
                .filter(p -> p.captureNo().equals(capture.no()))
                .findFirst()
                .orElseThrow();
    }

    private Campaign campaign(ProofreadingSilence silence) {
        return campaigns.anOpenCampaign(t -> {
            t.closesAt = clock.instant().plus(Duration.ofDays(30));
            t.proofreadingSilence = silence;
        });
    }

    /** The current state of the check. */
    Proofreading now(Proofreading proofreading) {
        return service.requireOwn(proofreading.no(), accountNo);
    }

    Http.Reply answer(Proofreading open, String answer) {
        return http.as(student).post(HERE + "/" + open.no() + "/answers", Map.of("answer", answer));
    }

    Http.Reply evidence(Proofreading open, byte[] picture) {
        return evidence(open, "image/jpeg", picture);
    }

    Http.Reply evidence(Proofreading open, String type, byte[] picture) {
        return http.as(student)
                .send(
                        "POST",
                        HERE + "/" + open.no() + "/evidence",
                        type,
                        picture,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    Http.Reply confirm(Proofreading open, Map<String, Object> body) {
        return http.as(student).post(HERE + "/" + open.no() + "/confirmations", body);
    }
}
