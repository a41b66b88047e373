package org.tucai.verification;

import org.tucai.platform.problem.Problem;

/** Why conclusions are not taken. */
enum VerificationProblem implements Problem {
    /** Not signed by the authority, changed, or not for this unit. */
    AUTHORITY_CALLBACK_REFUSED(
            401,
            "回调未通过验证",
            "消息签名或加密校验未通过。请用已交换的密钥签名，并以本单位当前的公钥加密后重新发送。",
            "Callback not authentic",
            "The signature or encryption of the message could not be verified. Sign it with the exchanged key,"
                    + " encrypt it with the current public key of this unit, and send it again."),
    /** Nobody has handed over the authority's public keys, or their file cannot be read. */
    AUTHORITY_KEYS_MISSING(
            503,
            "缺少学信网公钥",
            "本单位尚未配置学信网公钥，暂时无法验证消息，请稍后重新发送。",
            "Authority keys missing",
            "This unit does not have the public keys of the authority yet and cannot verify messages. Send it again"
                    + " later."),
    /** A word has one code, and a code one word. */
    LABEL_TAKEN(
            409,
            "结论用语冲突",
            "该结论用语已使用其他代码，或该代码已用于其他用语，请先查看结论用语列表。",
            "Label conflict",
            "This label already has another code, or this code belongs to another label. Check the list of labels"
                    + " first."),
    /** Without its header the first line would be taken for one, and lost. */
    CONCLUSION_HEADER_MISSING(
            422,
            "结论文件缺少表头",
            "CSV 的第一行必须是表头 studentUniqueNo,packageNo,label,concludedAt，请补上后重新上传。",
            "Conclusion file without a header",
            "The first line of a CSV file must be the header studentUniqueNo,packageNo,label,concludedAt. Add it and"
                    + " upload the file again."),
    /** One of the two is wrong, and nobody here can say which; taken, the later line would count in silence. */
    CONCLUSIONS_CONTRADICT(
            422,
            "结论自相矛盾",
            "第 {0} 行与第 {1} 行（JSON 按条计数）对同一名学生在同一时间给出不同的结论，整个文件未导入。请核对并更正后重新上传。",
            "Contradicting conclusions",
            "Lines {0} and {1} (in JSON: entries) give different conclusions for the same student at the same time,"
                    + " so nothing was imported. Correct the file and upload it again."),
    CONCLUSION_FILE_UNREADABLE(
            422,
            "结论文件无法读取",
            "第 {0} 行（JSON 为第 {0} 条）无法读取，整个文件未导入，请更正后重新上传。文件须为 UTF-8 编码，每行为学生唯一编号（1 至 64 个字符）、包编号（可空，最多 24 个字符）、结论用语（1"
                    + " 至 20 个字符）和带时区的时间（不得晚于现在）。",
            "Conclusion file not readable",
            "Line {0} (in JSON: entry {0}) cannot be read, so nothing was imported. Correct it and upload the file"
                    + " again. The file must be in UTF-8; each line holds the unique student number (1 to 64"
                    + " characters), the package number (optional, at most 24), the label (1 to 20) and a time with"
                    + " its offset, not in the future.");

    private final Answer answer;

    VerificationProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
