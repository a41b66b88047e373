package org.tucai.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tucai.platform.web.Language;

class TextTemplateTest {
    @Test
    void putsValuesInTheirPlaces() {
        TextTemplate template = TextTemplate.of("您在{campaign}的照片：{reason}。");

        String text = template.render(Map.of("campaign", "2026届$1", "reason", "闭眼\\"));

        assertThat(text).isEqualTo("您在2026届$1的照片：闭眼\\。");
        assertThat(template.variables()).containsExactly("campaign", "reason");
    }

    @Test
    void aValueThatEndsWithPunctuationDoesNotDoubleIt() {
        TextTemplate within = TextTemplate.of("原因：{reason}。请重新拍摄。");
        TextTemplate last = TextTemplate.of("Result: {result}. It says: {reason}");

        assertThat(within.render(Map.of("reason", "照片有反光。"))).isEqualTo("原因：照片有反光。请重新拍摄。");
        assertThat(within.render(Map.of("reason", "闭眼； "))).isEqualTo("原因：闭眼。请重新拍摄。");
        assertThat(within.render(Map.of("reason", "。"))).isEqualTo("原因：。。请重新拍摄。");
        assertThat(last.render(Map.of("result", "wrong.", "reason", "Look again.")))
                .isEqualTo("Result: wrong. It says: Look again.");
    }

    @Test
    void refusesWhatACarrierRefuses() {
        assertThatThrownBy(() -> TextTemplate.of("{a}{b}")).hasMessageContaining("side by side");
        assertThatThrownBy(() -> TextTemplate.of("【图采】{a}")).hasMessageContaining("carrier");
        assertThatThrownBy(() -> TextTemplate.of(" ")).hasMessageContaining("1 to 500");
        assertThatThrownBy(() -> TextTemplate.of("字".repeat(501))).hasMessageContaining("1 to 500");
        assertThatThrownBy(() -> TextTemplate.of("字".repeat(466) + "{a}")).hasMessageContaining("1 to 500");
        assertThatThrownBy(() -> TextTemplate.of("图采】{a}")).hasMessageContaining("carrier");
        assertThatThrownBy(() -> TextTemplate.of("{A} and {")).hasMessageContaining("brace");
    }

    @Test
    void fillsFiveHundredCharactersWithTheLongestValues() {
        TextTemplate template = TextTemplate.of("字".repeat(465) + "{a}");

        assertThat(template.render(Map.of("a", "长".repeat(MessageValue.LONGEST))))
                .hasSize(500);
    }

    @Test
    void everyMessageFitsItsCarriersWithTheLongestValues() {
        for (MessageTemplate template : MessageTemplate.values()) {
            Map<String, MessageValue> longest = template.variables().stream()
                    .collect(Collectors.toMap(v -> v, v -> new MessageValue("长".repeat(MessageValue.LONGEST))));
            for (Language language : Language.values()) {
                assertThat(new SmsMessage(template, language, longest).text())
                        .hasSizeBetween(1, 500)
                        .doesNotContain("{", "【");
                assertThat(template.title(language)).isNotBlank();
            }
            SubscribeMessage.of(template, longest)
                    .data()
                    .forEach((key, value) -> assertThat(
                                    SubscribeField.kindOf(key).takes(value))
                            .as(template + " " + key)
                            .isTrue());
        }
    }

    @Test
    void noEnglishMessageCountsOneThingAsMany() {
        for (MessageTemplate template : MessageTemplate.values()) {
            Map<String, String> ones =
                    template.variables().stream().collect(Collectors.toMap(name -> name, name -> "1"));

            assertThat(template.body(Language.EN, ones))
                    .as(template.name())
                    .doesNotContainPattern("\\b1 (second|minute|hour|day|time|photo|tr(y|ie)|character)s\\b");
        }
    }

    /** Carriers that number a template's variables are given the values as a list. */
    @Test
    void theValuesOfAnSmsComeInTheOrderOfItsText() {
        for (MessageTemplate template : MessageTemplate.values()) {
            Map<String, MessageValue> values = template.variables().stream()
                    .collect(Collectors.toMap(name -> name, name -> new MessageValue("<" + name + ">")));
            for (Language language : Language.values()) {
                SmsMessage sms = new SmsMessage(template, language, values);

                Comparator<String> placeInTheText =
                        Comparator.comparingInt(value -> sms.text().indexOf(value));
                assertThat(List.copyOf(sms.values().values()))
                        .as(template + " " + language)
                        .isSortedAccordingTo(placeInTheText);
            }
        }
    }

    @Test
    void rejectionsRefundsAndDeadlinesMustArrive() {
        assertThat(Arrays.stream(MessageTemplate.values()).filter(t -> t.reach() == MessageTemplate.Reach.MUST_ARRIVE))
                .contains(
                        MessageTemplate.REJECTED,
                        MessageTemplate.REFUNDED,
                        MessageTemplate.DEADLINE_NEAR,
                        MessageTemplate.RETURNED,
                        MessageTemplate.VERIFIED_DOUBTFUL);
    }
}
