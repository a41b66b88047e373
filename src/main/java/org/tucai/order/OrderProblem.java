package org.tucai.order;

import org.tucai.platform.problem.Problem;

/** Refusals about orders. */
public enum OrderProblem implements Problem {
    /** Lines change and payments begin only while the order awaits payment. */
    ORDER_NOT_AWAITING_PAYMENT(
            409,
            "订单不可支付",
            "订单已支付、已结束或支付时间已过，请刷新订单。",
            "Order cannot be paid",
            "The order is paid or has ended, or its payment time has passed. Refresh it."),
    /** The campaign sells no prints. */
    PRINTS_NOT_OFFERED(
            409,
            "不提供加印",
            "本次采集不提供加印照片，请去掉加印后再试。",
            "Prints not offered",
            "This campaign offers no extra prints. Remove them and try again."),
    /** The prints that come with a submission are not those of the order, and the order is paid, or costs nothing. */
    PRINTS_AFTER_PAYMENT(
            409,
            "不能再加印",
            "该订单已支付或无需支付，不能再添加或更改加印照片。请去掉加印后重新提交，照片会照常送审，不再收费；已付的加印照片照常寄出。",
            "Prints cannot be added",
            "The order is paid or free of charge, so its prints can no longer be changed. Submit again without prints:"
                    + " the photo goes to review at no further cost, and prints already paid for are still sent."),
    /** Sent already, or cancelled. */
    NOT_TO_BE_SENT(
            409,
            "无需寄出",
            "该加印照片已寄出、已取消或须等待重拍，请刷新列表。",
            "Not to be sent",
            "These prints were sent or cancelled, or are waiting for a new photo. Refresh the list."),
    /** Still to be made, arrived already, or cancelled. */
    NOT_SENT(
            409,
            "尚未寄出",
            "该加印照片尚未寄出，或已签收、已取消，或寄送信息已按期删除，请刷新列表。",
            "Not on the way",
            "These prints have not been sent yet, were delivered or cancelled, or their tracking number was deleted when its time was over. Refresh the list."),
    /** Not a deliverable address. */
    ADDRESS_INVALID(
            422,
            "收件信息有误",
            "请检查收件人、手机号和地址。",
            "Address not valid",
            "Check the recipient, the mobile number and the address."),
    /** Nothing was paid, or all of it is promised back. */
    ORDER_NOTHING_TO_REFUND(
            409,
            "无可退款项",
            "该订单没有可退的款项，请查看其退款记录。",
            "Nothing to refund",
            "This order has nothing left to refund. See its refund records.");

    private final Answer answer;

    OrderProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
