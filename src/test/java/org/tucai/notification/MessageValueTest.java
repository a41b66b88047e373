package org.tucai.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tucai.notification.SubscribeField.Kind;

class MessageValueTest {
    @Test
    void refusesLinksBracketsAndWrongLengths() {
        assertThatThrownBy(() -> new MessageValue("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageValue("a".repeat(36))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageValue("见http://x.y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageValue("go to evil.com")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageValue("【图采】")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new MessageValue("a".repeat(35)).text()).hasSize(35);
    }

    @Test
    void cleansAndShortensAnyTextToFit() {
        assertThat(MessageValue.fit("请看 https://evil.example/x?y=1 谢谢").text()).isEqualTo("请看   谢谢");
        assertThat(MessageValue.fit("a\r\nb\tc").text()).isEqualTo("a b c");
        assertThat(MessageValue.fit("【官方】闭眼").text()).isEqualTo("官方闭眼");
        assertThat(MessageValue.fit("长".repeat(35)).text()).isEqualTo("长".repeat(35));
        assertThat(MessageValue.fit("长".repeat(36)).text()).isEqualTo("长".repeat(34) + "…");
        assertThat(MessageValue.fit("").text()).isEqualTo("-");
        assertThat(MessageValue.fit("www.a.cn").text()).isEqualTo("-");
        assertThat(MessageValue.fit("evwww.x.com il.com").text()).doesNotContain(".com");
        assertThat(MessageValue.fit("长".repeat(25) + " mail.community").text()).isEqualTo("长".repeat(25) + " …");
        assertThat(MessageValue.fit("北京工业大学2026届毕业生图像采集".repeat(3)).text())
                .hasSize(35)
                .endsWith("…");
    }

    @Test
    void neverCutsACharacterInHalf() {
        String cut = MessageValue.shorten("一二三𠮷𠮷𠮷", 5);

        assertThat(cut).isEqualTo("一二三…");
        assertThat(MessageValue.shorten("一二三𠮷五六", 5)).isEqualTo("一二三…");
        assertThat(MessageValue.shorten("一二三四𠮷六", 5)).isEqualTo("一二三四…");
    }

    @Test
    void enforcesTheLimitsOfSubscribeMessageFields() {
        assertThat(Kind.THING.takes("长".repeat(20))).isTrue();
        assertThat(Kind.THING.takes("长".repeat(21))).isFalse();
        assertThat(Kind.PHRASE.takes("不合格")).isTrue();
        assertThat(Kind.PHRASE.takes("不合格不合格")).isFalse();
        assertThat(Kind.PHRASE.takes("abc")).isFalse();
        assertThat(Kind.CHARACTER_STRING.takes("2026-05-11")).isTrue();
        assertThat(Kind.CHARACTER_STRING.takes("五月")).isFalse();
        assertThat(Kind.CHARACTER_STRING.takes("x".repeat(33))).isFalse();
    }
}
