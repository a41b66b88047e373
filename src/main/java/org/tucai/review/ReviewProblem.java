package org.tucai.review;

import org.tucai.platform.problem.Problem;

/** Why a reviewer is refused. */
enum ReviewProblem implements Problem {
    /** The lease ran out, was released, or it is somebody else's; it is decided; or the photo left the review. */
    CLAIM_LAPSED(
            409,
            "领取已失效",
            "该照片现在不由您审核：领取已到期或不属于您，您已作出决定，或学生已撤回照片。请刷新后重新领取。",
            "Claim lapsed",
            "This photo is no longer yours to review: the claim has expired or is not yours, you have already"
                    + " decided, or the student has withdrawn the photo. Refresh and claim again."),
    REASONS_NEEDED(
            422,
            "请选择原因",
            "不合格时至少选择一个原因，合格时不选。",
            "Reasons needed",
            "A rejection needs at least one reason, an acceptance none."),
    /** On site: not submitted yet, not paid, or decided already. */
    NOTHING_TO_DECIDE(
            409,
            "没有待审核的照片",
            "该学生的照片不在待审核状态：未提交的请先提交，未支付的请先完成支付，已审核的无需再次操作。请刷新查看。",
            "Nothing to decide",
            "No photo of this student is awaiting review. Submit it or have it paid first; if it has been reviewed,"
                    + " nothing is left to do. Refresh."),
    /** Another reviewer is looking at it, or it waits for a second pair of eyes. */
    HELD_BY_ANOTHER(
            409,
            "他人正在审核",
            "该照片正由其他审核员处理，或已由一人审核、须由另一人从审核队列中领取复核。请查看审核队列。",
            "Held by another",
            "Another reviewer has this photo, or one has reviewed it and another must claim it from the queue for the"
                    + " second review. Check the review queue."),
    /** An accepted picture goes to the authority; this one is not in the store any more. */
    PICTURE_MISSING(
            409,
            "照片无法打开",
            "该照片的文件无法打开，不能判为合格。请联系管理员恢复文件，或判为不合格让学生重拍。",
            "Picture cannot be opened",
            "The file of this photo cannot be opened, so it cannot be accepted. Ask a manager to restore it, or"
                    + " reject the photo so that the student takes a new one."),
    /** On site: the student's picture was accepted in another campaign meanwhile, and this one takes no second. */
    CAPTURED_ELSEWHERE(
            409,
            "已在其他批次采集合格",
            "该学生刚在其他批次采集合格，本批次不再采集：这张照片未计为合格，采集已取消，已付费用会退还学生。无需再操作。",
            "Captured elsewhere",
            "A photo of this student was just accepted in another campaign, and this one takes no second. This photo"
                    + " does not count, the capture is cancelled and any payment is refunded. There is nothing more to"
                    + " do."),
    /** Ten seconds are over, or the photo was decided on site. */
    TOO_LATE_TO_UNDO(
            409,
            "已不能撤销",
            "决定已生效，不能撤销。如误判为合格，请告知管理员，由管理员安排学生重新拍摄；如误判为不合格，学生会按通知重新拍摄。",
            "Too late to undo",
            "The decision has taken effect and cannot be undone. If the photo should not have been accepted, tell a manager, who"
                    + " can have it taken again. After a rejection the student has been asked for a new one."),
    /** An undo by someone who did not decide, a second one, or one of a photo that left the review before it counted. */
    NOT_YOUR_DECISION(
            409,
            "没有可撤销的决定",
            "您对该照片没有可撤销的决定：可能已经撤销、由其他审核员作出，或学生已撤回照片。请刷新。",
            "No decision to undo",
            "You have no decision to undo here: it may already be undone or be that of another reviewer, or the"
                    + " student has withdrawn the photo. Refresh.");

    private final Answer answer;

    ReviewProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
