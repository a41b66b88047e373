package org.tucai.payment.sandbox;

import org.tucai.platform.problem.Problem;

/** Why the sandbox channel refuses a payer. */
enum SandboxProblem implements Problem {
    /** The real channel's ORDERPAID. */
    SANDBOX_PAID_ALREADY(
            409, "已支付", "该笔支付已完成，请勿重复支付。", "Already paid", "This payment has already been made. Do not pay again."),
    /** The real channel's ORDERCLOSED. */
    SANDBOX_PAYMENT_CLOSED(
            409, "支付已关闭", "该笔支付已关闭，请重新发起支付。", "Payment closed", "This payment is closed. Start a new one.");

    private final Answer answer;

    SandboxProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
