package org.tucai.sandbox;

import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.tucai.capturecode.CaptureCodeIssuer;
import org.tucai.capturecode.CaptureCodePicture;

/** Issues capture codes: as text, as the picture a student saves, and as a photo of it. */
final class CodeDesk {
    private final SandboxKeys keys;
    private final InstantSource clock;

    CodeDesk(SandboxKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * An issued code.
     *
     * @param lastFour last four characters of the ID number, which the student has to enter
     * @param png the picture a student saves, base64
     * @param photo a photo of that picture (JPEG), base64
     */
    @Serdeable
    record IssuedCode(
            String text, String studentUniqueNo, String enrolmentNo, String lastFour, String png, String photo) {}

    /** Issues a code; {@code ?picture=png} and {@code ?picture=photo} answer only that file. */
    void issue(Exchange exchange) throws IOException {
        StudentBody body = exchange.json(StudentBody.class);
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
        CaptureCodeIssuer.Student student;
        String text;
        try {
            student = body.student(today);
            text = new CaptureCodeIssuer(clock, Duration.ofDays(body.days()))
                    .issue(student, keys.current(body.unitOrDefault()));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new Exchange.Refused(400, "no code can be made from that: " + e.getMessage());
        }
        byte[] png = CaptureCodePicture.png(text);
        Map<String, String> headers = Map.of("Tucai-Code-Text", text);
        if ("picture=png".equals(exchange.query())) {
            exchange.answer(200, "image/png", png, headers);
            return;
        }
        byte[] photo = PhotographedCode.of(CaptureCodePicture.draw(text), text.hashCode());
        if ("picture=photo".equals(exchange.query())) {
            exchange.answer(200, "image/jpeg", photo, headers);
            return;
        }
        Base64.Encoder base64 = Base64.getEncoder();
        exchange.answerJson(new IssuedCode(
                text,
                student.studentUniqueNo(),
                student.enrolmentNo(),
                student.idNumber().substring(student.idNumber().length() - 4),
                base64.encodeToString(png),
                base64.encodeToString(photo)));
    }
}
