package org.tucai.journey.random;

import static org.tucai.journey.random.StudentMoves.HERE;
import static org.tucai.journey.random.StudentMoves.said;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tucai.journey.random.Stage.Student;
import org.tucai.payment.sandbox.FickleChannel;
import org.tucai.payment.sandbox.FickleChannel.Mood;
import org.tucai.testing.Http;

/** A student takes the next step that the screen suggests: the server must not refuse it. */
@Singleton
class NextSteps {
    private final Stage stage;
    private final StudentMoves students;
    private final UnitMoves unit;
    private final FickleChannel channel;

    NextSteps(Stage stage, StudentMoves students, UnitMoves unit, FickleChannel channel) {
        this.stage = stage;
        this.students = students;
        this.unit = unit;
        this.channel = channel;
    }

    List<Move> all() {
        return List.of(new Move("do what the screen says", 40, this::follow));
    }

    private String follow() {
        Student student = stage.anyStudent();
        List<Map<String, Object>> cards =
                student.caller().get(HERE + "screens/home").expect(200).at("cards");
        return cards.isEmpty() ? "nothing there" : follow(student, stage.any(cards));
    }

    @SuppressWarnings("unchecked")
    private String follow(Student student, Map<String, Object> card) {
        String no = (String) ((Map<String, Object>) card.get("capture")).get("no");
        String step = (String) ((Map<String, Object>) card.get("nextStep")).get("code");
        String doing = student.name() + " " + no + " " + step + " ";
        return switch (step) {
            case "PAY" -> doing + pay(student, (Map<String, Object>) card.get("order"));
            case "SHOOT", "SHOOT_AGAIN" -> doing + taken(students.shoot(student, no, stage.chance(80)), doing);
            case "SUBMIT" -> doing + taken(students.submit(student, no, false), doing);
            case "GO_ON_SITE" -> doing + taken(onSite(no), doing);
            case "PROOFREAD" ->
                doing
                        + taken(
                                students.check(student, (String) ((Map<String, Object>) card.get("check")).get("no")),
                                doing);
            default -> doing;
        };
    }

    private String pay(Student student, Map<String, Object> order) {
        Http.Reply reply = students.pay(student, (String) order.get("no"));
        boolean away = channel.mood() != Mood.TALKING && "payment-channel-unavailable".equals(code(reply));
        return away ? "the channel is away" : taken(reply, "PAY " + order);
    }

    private Http.Reply onSite(String no) {
        boolean ready =
                stage.rows.number("SELECT COUNT(*) FROM capture WHERE no = ? AND status = 'PHOTO_READY'", no) > 0;
        return ready ? unit.submitOnSite(no) : unit.shootOnSite(no, stage.chance(90));
    }

    private static String code(Http.Reply reply) {
        return reply.status() < 400 ? "" : reply.at("code");
    }

    /** Being told that two answers differ is not a refusal, nor is what the sandbox's payment sheet tells somebody who has paid already. */
    private static String taken(Http.Reply reply, String doing) {
        boolean said = code(reply).equals("answers-differ") || code(reply).startsWith("sandbox-");
        if (reply.status() >= 400 && !said) {
            throw new AssertionError("the screen said " + doing + "but: " + reply.status() + " " + reply.text());
        }
        return said(reply);
    }
}
