package org.tucai.disclosure;

import java.time.Instant;
import java.util.List;
import org.tucai.platform.privacy.PersonalData;
import org.tucai.platform.time.ChinaTime;

/** {@code 说明.txt}: what each file of a copy is, in both languages. */
final class Explanation {
    /** Without it, older editors on Windows take the text for GBK. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String HEAD = """
            个人信息副本（《个人信息保护法》第四十五条）
            A copy of your personal data (Personal Information Protection Law, article 45)

            JSON 文件为 UTF-8 编码，可用文本编辑器或浏览器打开；值为 null 表示没有或已删除，时间为北京时间，金额单位为分。
            JSON files are in UTF-8; open them with a text editor or a browser. null means none, or deleted; times are those of
            China, amounts in fen.

            副本含您的完整手机号、照片和证件信息，请妥善保管，勿转发他人。
            This copy contains your phone number, photos and enrolment: keep it safe and do not pass it on.
            """;

    private static final String FOOT = """

            未列出的内容 / What is not listed
            - 已删除的内容：删除后仅留编号、状态和时间。 / What was deleted: only numbers, statuses and times are left of it.
            - 他人的信息、工作人员的姓名和编号、系统密钥。 / Data of others, names and numbers of staff, keys of the system.
            - 只用于比对、无法还原的带密钥的哈希（如登录网络地址、学籍索引）。 / Keyed hashes used for comparison only, which cannot be
              turned back (such as network addresses of sign-ins, the index of an enrolment).
            - 为防止重复提交而保存一天的接口应答，内容与上述文件重复。 / Answers of the API kept for a day so that repeated requests do no
              harm; they repeat what is in the files.

            如需更正或删除，可在小程序中取消采集或注销账号，或联系采集单位。
            To have data corrected or deleted, cancel the capture or close the account in the mini program, or contact the
            collection unit.
            """;

    private Explanation() {}

    static String of(List<PersonalData.Kind> kinds, List<String> unreadable, Instant at) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK).append(HEAD);
        text.append("\n生成时间 / Made at: ").append(ChinaTime.offset(at)).append('\n');
        text.append("\n账号 / The account\n");
        kinds.stream().filter(k -> !k.ofCapture()).forEach(k -> line(k, text));
        text.append("\n每次采集 / Each capture: captures/cap_…/\n");
        kinds.stream().filter(PersonalData.Kind::ofCapture).forEach(k -> line(k, text));
        if (!unreadable.isEmpty()) {
            text.append("\n无法读取的文件（刚被删除或已损坏）/ Files that could not be read (just deleted, or damaged)\n");
            unreadable.forEach(name -> text.append("- ").append(name).append('\n'));
        }
        return text.append(FOOT).toString().replace("\n", "\r\n");
    }

    private static void line(PersonalData.Kind kind, StringBuilder text) {
        text.append("- ")
                .append(kind.name())
                .append("\n  ")
                .append(kind.zh())
                .append("\n  ")
                .append(kind.en())
                .append('\n');
    }
}
