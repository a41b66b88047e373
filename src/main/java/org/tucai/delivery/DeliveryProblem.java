package org.tucai.delivery;

import org.tucai.platform.problem.Problem;

/** Refusals towards schools. */
enum DeliveryProblem implements Problem {
    /** Nothing was accepted since the cursor. */
    NOTHING_TO_DELIVER(
            409,
            "暂无新照片",
            "该位置之后暂无新的合格照片，请稍后再试。",
            "Nothing to deliver",
            "No new photo has been accepted since that cursor. Try again later."),
    /** An acknowledgement of what was never pulled. */
    DELIVERY_NOT_PULLED(
            409,
            "尚未下载",
            "请先下载并核对照片，再签收。",
            "Not downloaded yet",
            "Download and check the photos before acknowledging them."),
    /** The photo was never delivered to this school. */
    NOT_DELIVERED(
            409,
            "照片未交付",
            "该学生的当前照片尚未交付，请先下载，再提出异议；已失效、正在重拍的照片无需提出异议。",
            "Not delivered",
            "The current photo of this student has not been delivered to you yet. Download it before disputing it; a photo that is no"
                    + " longer valid needs no dispute."),
    /** One open objection per photo. */
    DISPUTE_OPEN(
            409,
            "异议处理中",
            "该照片已有异议在处理，请等待处理结果。",
            "Dispute open",
            "A dispute about this photo is already open. Wait for its outcome."),
    /** Resolved already. */
    DISPUTE_CLOSED(409, "异议已处理", "该异议已处理，请刷新。", "Dispute resolved", "This dispute has already been resolved. Refresh.");

    private final Answer answer;

    DeliveryProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
