package org.tucai.proofreading;

import org.tucai.platform.problem.Problem;

/** Refusals of the information check. */
public enum ProofreadingProblem implements Problem {
    /** Answered for good already, or cancelled. */
    PROOFREADING_CLOSED(
            409,
            "核对已结束",
            "图像信息核对已完成或已取消，请刷新。",
            "Check is closed",
            "This check has been completed or cancelled. Refresh."),
    /** The confirmation comes before any answer. */
    ANSWER_FIRST(
            409,
            "请先核对",
            "请先选择“正确”或“有误”，再确认。",
            "Answer first",
            "First say whether the picture and details are correct or wrong, then confirm."),
    /** The second answer is not the first. */
    ANSWERS_DIFFER(
            409,
            "两次选择不一致",
            "两次选择不一致，请重新核对照片和信息。",
            "The answers differ",
            "Your two answers differ. Check the picture and details again."),
    /** 有误 without saying what. */
    REASON_MISSING(422, "缺少原因", "请选择有误的原因。", "Reason missing", "Choose what is wrong."),
    /** At most five pictures. */
    TOO_MUCH_EVIDENCE(
            409,
            "佐证图片过多",
            "最多上传 5 张佐证图片，请按已上传的图片提交。",
            "Too many pictures",
            "At most 5 pictures can be uploaded as evidence. Submit your answer with those already uploaded."),
    /** Not a JPEG or PNG that can be read. */
    EVIDENCE_UNREADABLE(
            422,
            "佐证图片无法读取",
            "请上传 10 MB 以内的 JPEG 或 PNG 图片。",
            "Picture not readable",
            "Upload a JPEG or PNG of at most 10 MB."),
    /** Nothing is disputed. */
    NOTHING_TO_RESOLVE(
            409,
            "没有待处理的有误反馈",
            "该核对没有待处理的有误反馈：学生未反馈有误，或已处理完毕。请刷新查看。",
            "Nothing to resolve",
            "This check has nothing to resolve: the student reported nothing wrong, or it has already been dealt"
                    + " with. Refresh."),
    /** The authority has concluded already. */
    RETAKE_IMPOSSIBLE(
            409,
            "无法重新拍摄",
            "学信网已有核验结论，无法重新拍摄。请改选“已更正”或“核实无误”，并告知学生。",
            "Retake not possible",
            "The authority has already concluded, so no new photo can be taken. Resolve it as corrected or as found"
                    + " to be right instead, and tell the student.");

    private final Answer answer;

    ProofreadingProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
