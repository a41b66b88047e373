package org.tucai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.campaign.School;
import org.tucai.client.api.CaptureCodesApi;
import org.tucai.client.api.CapturesApi;
import org.tucai.client.api.OrdersApi;
import org.tucai.client.api.PhotosApi;
import org.tucai.client.api.ReviewsApi;
import org.tucai.client.api.SandboxApi;
import org.tucai.client.api.SchoolApi;
import org.tucai.client.api.ScreensApi;
import org.tucai.client.api.SignInApi;
import org.tucai.client.model.BindCaptureBody;
import org.tucai.client.model.CaptureView;
import org.tucai.client.model.ClaimBody;
import org.tucai.client.model.ConfirmCodeBody;
import org.tucai.client.model.Decision;
import org.tucai.client.model.DecisionBody;
import org.tucai.client.model.DeliveryView;
import org.tucai.client.model.FolderScheme;
import org.tucai.client.model.NameScheme;
import org.tucai.client.model.NextStep;
import org.tucai.client.model.OpenCodeBody;
import org.tucai.client.model.PhoneSessionBody;
import org.tucai.client.model.PhotoSource;
import org.tucai.client.model.PhotoView;
import org.tucai.client.model.PrepareDeliveryBody;
import org.tucai.client.model.ReviewView;
import org.tucai.client.model.SandboxPayBody;
import org.tucai.client.model.SmsCodeBody;
import org.tucai.client.model.SubmitCaptureBody;
import org.tucai.client.model.UploadTicketBody;
import org.tucai.platform.job.DueJobs;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.CodeFixtures;
import org.tucai.testing.Journeys;
import org.tucai.testing.MutableClock;
import org.tucai.testing.People;
import org.tucai.testing.TucaiTest;

/** Walks the accepted journey with nothing but the client that a stock generator made of api-spec/openapi.yaml. */
@TucaiTest
class GeneratedClientIT {
    private static final String PHONE = "13900001111";

    private final EmbeddedServer server;
    private final People people;
    private final CampaignFixtures campaigns;
    private final CodeFixtures codes;
    private final Journeys journeys;
    private final DueJobs jobs;
    private final MutableClock clock;

    GeneratedClientIT(
            EmbeddedServer server,
            People people,
            CampaignFixtures campaigns,
            CodeFixtures codes,
            Journeys journeys,
            DueJobs jobs,
            MutableClock clock) {
        this.server = server;
        this.people = people;
        this.campaigns = campaigns;
        this.codes = codes;
        this.journeys = journeys;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Test
    void walksFromTheCodeToThePhotoAtTheSchool(@TempDir Path folder) throws Exception {
        School school = campaigns.aSchool();
        campaigns.anOpenCampaign(school, t -> {});

        ApiClient student = as(signIn());
        CaptureView capture = bind(student, codes.aCode(school));
        submit(student, capture.getNo(), folder);
        pay(student, capture.getNo());
        accept(capture.getNo());

        assertThat(new CapturesApi(student).getCapture(capture.getNo()).getStatusText())
                .isNotBlank();
        assertThat(new ScreensApi(student).homeScreen(null).getNextStep().getCode())
                .isIn(NextStep.PROOFREAD, NextStep.WAIT_FOR_AUTHORITY);
        assertThat(pull(as(people.aSchoolClient(school.no())))).isEqualTo(1);
    }

    @Test
    void toldWhyARequestIsRefused() {
        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> new SignInApi(as(null)).signInByPhone(new PhoneSessionBody().phone(PHONE).code("000000"), null));

        assertThat(refused.getCode()).isEqualTo(401);
        assertThat(refused.getResponseBody()).contains("\"code\":\"sms-code-");
    }

    private String signIn() throws ApiException {
        SignInApi door = new SignInApi(as(null));
        door.sendSmsCode(new SmsCodeBody().phone(PHONE));
        jobs.runDue();
        String sms = new SandboxApi(as(null)).listSandboxMessages(PHONE, 1).getFirst().getText();
        Matcher code = Pattern.compile("\\b\\d{6}\\b").matcher(sms);
        assertThat(code.find()).isTrue();
        return door.signInByPhone(new PhoneSessionBody().phone(PHONE).code(code.group()), null)
                .getAccessToken();
    }

    private static CaptureView bind(ApiClient student, String code) throws ApiException {
        CaptureCodesApi desk = new CaptureCodesApi(student);
        CapturesApi captures = new CapturesApi(student);
        String codeNo = desk.openCodeText(new OpenCodeBody().text(code), null).getNo();
        desk.confirmCode(codeNo, key(), new ConfirmCodeBody().lastFour(CodeFixtures.LAST_FOUR));
        return captures.createCapture(
                key(),
                new BindCaptureBody()
                        .codeNo(codeNo)
                        .featureCode(new CampaignFixtures.Terms().featureCode)
                        .consentVersion(captures.consentNotice(null).getVersion()));
    }

    private void submit(ApiClient student, String captureNo, Path folder) throws Exception {
        PhotosApi photos = new PhotosApi(student);
        File picture = Files.write(folder.resolve("portrait.jpg"), journeys.aPortrait())
                .toFile();
        String url = photos.createUploadTicket(captureNo, new UploadTicketBody().source(PhotoSource.CAMERA), null)
                .getUploadUrl();
        PhotoView photo = photos.uploadPhoto(url.substring(url.lastIndexOf('/') + 1), picture);
        assertThat(photo.getUsable()).isTrue();
        assertThat(photos.getPicture(captureNo, photo.getNo(), 120, null)).isNotEmpty();
        new CapturesApi(student).submitCapture(captureNo, key(), new SubmitCaptureBody().photoNo(photo.getNo()));
    }

    private void pay(ApiClient student, String captureNo) throws ApiException {
        String orderNo = new ScreensApi(student)
                .progressScreen(captureNo, null)
                .getCard()
                .getOrder()
                .getNo();
        String bundle = new OrdersApi(student)
                .payMyOrder(orderNo, key())
                .getParameters()
                .get("package");
        new SandboxApi(as(null))
                .paySandboxPayment(bundle.substring("prepay_id=".length()), new SandboxPayBody());
        jobs.runDue();
    }

    private void accept(String captureNo) throws ApiException {
        ReviewsApi desk = new ReviewsApi(as(people.aReviewer()));
        List<ReviewView> claimed = desk.claimReviews(key(), new ClaimBody().count(10));
        assertThat(claimed).extracting(ReviewView::getCaptureNo).containsExactly(captureNo);
        desk.decideReview(claimed.getFirst().getNo(), key(), new DecisionBody().decision(Decision.ACCEPT));
        clock.advance(Duration.ofSeconds(11)); // until when it may be undone
        jobs.runDue();
        clock.advance(Duration.ofMinutes(1)); // schools see what has settled
    }

    /** How many pictures the school's archive holds. */
    private static long pull(ApiClient school) throws Exception {
        SchoolApi deliveries = new SchoolApi(school);
        DeliveryView delivery = deliveries.prepareDelivery(
                key(), new PrepareDeliveryBody().names(NameScheme.STUDENT_NO).folders(FolderScheme.NONE));
        try (ZipFile archive = new ZipFile(deliveries.pullArchive(delivery.getNo()))) {
            return archive.stream().filter(e -> e.getName().endsWith(".jpg")).count();
        }
    }

    private ApiClient as(@Nullable String token) {
        ApiClient client = new ApiClient();
        client.setObjectMapper(ApiClient.createDefaultObjectMapper()
                .registerModule(new SimpleModule().addSerializer(File.class, new FileAsItself())));
        client.updateBaseUri(server.getURL().toString());
        if (token != null) {
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        }
        return client;
    }

    /** The generator's template for java.net.http writes every body with the mapper, a picture's too. */
    private static final class FileAsItself extends StdSerializer<File> {
        FileAsItself() {
            super(File.class);
        }

        @Override
        public void serialize(File file, JsonGenerator body, SerializerProvider provider) throws IOException {
            body.flush();
            Files.copy(file.toPath(), (OutputStream) body.getOutputTarget());
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
