package org.tucai.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tucai.notification.SubscribeField.Kind;
import org.tucai.platform.web.Language;

/**
 * The kinds of message, each with its text in Chinese and English and its variables in braces; values are cut to the carrier's
 * limits. Constants are stored by name and must never be renamed.
 */
public enum MessageTemplate {
    /** The code that proves a phone number. Variables: code, minutes. */
    SMS_CODE(
            Reach.SMS_ONLY,
            "验证码",
            "您的验证码是{code}，{minutes}分钟内有效。如非本人操作请忽略，切勿告诉他人。",
            "Verification code",
            "Your code is {code}, valid for {minutes} min. If you did not ask for it, ignore this message. Do not"
                    + " share the code.",
            List.of()),
    /** 手机号已更换，发给原号码. Variables: phone (the new number, masked). */
    PHONE_REPLACED(
            Reach.SMS_ONLY,
            "手机号已更换",
            "您的账号已改用{phone}登录，本号码不能再登录该账号。如非本人操作，请立即联系采集单位。",
            "Phone number changed",
            "Your account now signs in with {phone}; this number no longer works for it. If you did not change it,"
                    + " contact the collection unit at once.",
            List.of()),
    /** 已提交审核. Variables: campaign, day (when it is decided at the latest). */
    SUBMITTED(
            Reach.IN_APP,
            "照片已提交审核",
            "您在{campaign}提交的照片正在审核，最迟{day}有结果。",
            "Photo submitted",
            "Your photo for {campaign} is in review; you will have the result by {day} at the latest.",
            List.of(thing(1, "campaign"), phrase(2, "待审核"), thing(3, "day"))),
    /** 初审不合格. Variables: campaign, reason. */
    REJECTED(
            Reach.MUST_ARRIVE,
            "照片未通过审核",
            "您在{campaign}提交的照片未通过审核，原因：{reason}。请打开小程序重新拍摄。",
            "Photo rejected",
            "Your photo for {campaign} was rejected: {reason}. Please take a new one in the mini program.",
            List.of(thing(1, "campaign"), phrase(2, "不合格"), thing(3, "reason"))),
    /** 初审不合格，现场重拍. Variables: campaign, reason. */
    REJECTED_ON_SITE(
            Reach.MUST_ARRIVE,
            "照片未通过审核",
            "您在{campaign}拍摄的照片未通过审核，原因：{reason}。请再到现场拍摄。",
            "Photo rejected",
            "Your photo for {campaign} was rejected: {reason}. Please come to the site for a new one.",
            REJECTED),
    /** 初审不合格，免费重拍. Variables: campaign, reason. */
    REJECTED_FREE(
            Reach.MUST_ARRIVE,
            "照片未通过审核",
            "您在{campaign}提交的照片未通过审核，原因：{reason}。请打开小程序重新拍摄，无需再次付费。",
            "Photo rejected",
            "Your photo for {campaign} was rejected: {reason}. Please take a new one in the mini program; you need not"
                    + " pay again.",
            REJECTED),
    /** 初审不合格，免费现场重拍. Variables: campaign, reason. */
    REJECTED_FREE_ON_SITE(
            Reach.MUST_ARRIVE,
            "照片未通过审核",
            "您在{campaign}拍摄的照片未通过审核，原因：{reason}。请再到现场拍摄，无需再次付费。",
            "Photo rejected",
            "Your photo for {campaign} was rejected: {reason}. Please come to the site for a new one; you need not pay"
                    + " again.",
            REJECTED),
    /** 初审不合格，费用退还，重拍需重新支付. Variables: campaign, reason. */
    REJECTED_TO_PAY(
            Reach.MUST_ARRIVE,
            "照片未通过审核",
            "您在{campaign}提交的照片未通过审核，原因：{reason}。请打开小程序重新拍摄。已付的费用会退还给您，重拍需重新支付。",
            "Photo rejected",
            "Your photo for {campaign} was rejected: {reason}. Please take a new one in the mini program. What you paid"
                    + " is refunded, so the new one has to be paid for.",
            REJECTED),
    /** 初审不合格，费用退还，现场重拍需重新支付. Variables: campaign, reason. */
    REJECTED_TO_PAY_ON_SITE(
            Reach.MUST_ARRIVE,
            "照片未通过审核",
            "您在{campaign}拍摄的照片未通过审核，原因：{reason}。请再到现场拍摄。已付的费用会退还给您，重拍需重新支付。",
            "Photo rejected",
            "Your photo for {campaign} was rejected: {reason}. Please come to the site for a new one. What you paid is"
                    + " refunded, so the new one has to be paid for.",
            REJECTED),
    /** 初审不合格，采集已截止. Variables: campaign, reason. */
    REJECTED_OVER(
            Reach.MUST_ARRIVE,
            "照片未通过审核，采集已截止",
            "您在{campaign}提交的照片未通过审核，原因：{reason}。采集已截止，不能再拍。如已付费，费用会退还给您。如需补拍请联系学校。",
            "Photo rejected, campaign over",
            "Your photo for {campaign} was rejected: {reason}. The campaign is over, so you cannot take a new one."
                    + " If you paid, the money will be refunded. Ask your school about a make-up date.",
            REJECTED),
    /** 初审不合格，补采时再拍. Variables: campaign, reason, day (when the next window opens). */
    REJECTED_LATER(
            Reach.MUST_ARRIVE,
            "照片未通过审核",
            "您在{campaign}提交的照片未通过审核，原因：{reason}。现在不在采集时间内，从{day}起可重新拍摄。",
            "Photo rejected",
            "Your photo for {campaign} was rejected: {reason}. No photos are taken at the moment; you can take a new"
                    + " one from {day} on.",
            REJECTED),
    /** 初审通过. Variables: campaign. */
    ACCEPTED(
            Reach.IN_APP,
            "照片已通过审核",
            "您在{campaign}提交的照片已通过审核。请留意图像信息核对通知。",
            "Photo accepted",
            "Your photo for {campaign} was accepted. You will be notified when it is time to check it.",
            List.of(thing(1, "campaign"), phrase(2, "已通过"))),
    /** 已撤回审核. Variables: campaign. */
    WITHDRAWN(
            Reach.IN_APP,
            "已撤回审核",
            "您已撤回{campaign}的照片，重新提交后才会审核。",
            "Withdrawn from review",
            "You withdrew your photo for {campaign} from review. It is reviewed only once it or another one is submitted again.",
            List.of()),
    /** 已在其他批次采集合格，本批次取消. Variables: campaign. */
    CAPTURED_ELSEWHERE(
            Reach.IN_APP,
            "无需再次拍摄",
            "您的毕业图像已在其他批次采集合格，{campaign}无需再拍，已为您取消。如已付费，费用会退还给您。",
            "No new photo needed",
            "Your graduation picture was accepted in another campaign, so none is needed for {campaign} and your"
                    + " capture there was cancelled. If you paid for it, the money will be refunded.",
            List.of(thing(1, "campaign"), phrase(2, "已取消"))),
    /** 退款已发起. Variables: campaign, amount (yuan with two decimals). */
    REFUND_REQUESTED(
            Reach.IN_APP,
            "正在退款",
            "{campaign}的费用{amount}元正在原路退回，零钱数分钟内、银行卡1至3个工作日到账。",
            "Refund on its way",
            "The fee of {amount} yuan for {campaign} is being refunded the way it was paid. It arrives within minutes"
                    + " in a WeChat balance and in 1-3 working days on a bank card.",
            List.of(thing(1, "campaign"), text(2, "amount"))),
    /** 费用已退，重新支付后再审核. Variables: campaign, amount (to be paid anew). */
    PAY_ANEW(
            Reach.MUST_ARRIVE,
            "费用已退回，请重新支付",
            "您在{campaign}支付的费用已由采集单位退回，照片已退出审核。请尽快重新支付{amount}元，支付后照片会重新送审，无需重拍。",
            "Fee refunded, please pay again",
            "The collection unit refunded what you paid for {campaign}, so your photo has left the review. Please pay"
                    + " {amount} yuan soon: the photo then returns to review, and no new one is needed.",
            List.of(thing(1, "campaign"), text(2, "amount"), phrase(3, "待支付"))),
    /** 费用已退，再拍需重新支付. Variables: campaign, amount (to be paid anew). */
    PAY_AGAIN(
            Reach.IN_APP,
            "费用已退回，再拍需重新支付",
            "您在{campaign}支付的费用已由采集单位退回。如继续采集，需重新支付{amount}元。",
            "Fee refunded, another photo must be paid for",
            "The collection unit refunded what you paid for {campaign}. To continue, you have to pay {amount} yuan"
                    + " again.",
            PAY_ANEW),
    /** 无法原路退回，线下退还. Variables: campaign, amount. */
    REFUND_BY_HAND(
            Reach.MUST_ARRIVE,
            "费用将另行退还",
            "{campaign}的费用{amount}元应退还给您，但支付时间较久，已无法原路退回，采集单位会另行退还，请联系采集单位办理。",
            "Refund made another way",
            "You are owed the fee of {amount} yuan for {campaign}, but it was paid too long ago to be refunded the way"
                    + " it was paid. The collection unit will return it another way; please contact the unit.",
            List.of(thing(1, "campaign"), text(2, "amount"))),
    /** 已线下退还. Variables: campaign, amount. */
    HANDED_BACK(
            Reach.IN_APP,
            "费用已线下退还",
            "{campaign}的费用{amount}元已由采集单位线下退还，不是原路退回。如未收到，请联系采集单位。",
            "Refunded by hand",
            "The collection unit has returned {amount} yuan for {campaign} to you by hand, not the way it was paid. If you"
                    + " have not received it, contact the unit.",
            List.of()),
    /** 款项未计入订单，原路退回. Variables: campaign, amount. */
    MONEY_NOT_KEPT(
            Reach.MUST_ARRIVE,
            "支付未计入，正在退款",
            "您为{campaign}支付的{amount}元未能计入订单（订单已结束、重复支付或金额不符），正在原路退回，零钱数分钟内、银行卡1至3个工作日到账。",
            "Payment not credited, being refunded",
            "The {amount} yuan you paid for {campaign} could not be credited to the order: it had ended, was already"
                    + " paid, or is for another amount. The money is being refunded the way it was paid. It arrives"
                    + " within minutes in a WeChat balance and in 1-3 working days on a bank card.",
            List.of(thing(1, "campaign"), text(2, "amount"), phrase(3, "退款中"))),
    /** 退款已到账. Variables: campaign, amount. */
    REFUNDED(
            Reach.MUST_ARRIVE,
            "退款成功",
            "{campaign}的费用{amount}元已原路退回，请留意到账。",
            "Refunded",
            "The fee of {amount} yuan for {campaign} has been refunded the way it was paid.",
            List.of(thing(1, "campaign"), text(2, "amount"), phrase(3, "已退款"))),
    /** 待支付. Variables: campaign, amount. */
    PAYMENT_REMINDER(
            Reach.IN_APP,
            "订单待支付",
            "您的{campaign}订单尚未支付，应付{amount}元。请尽快支付：逾期订单会失效，不支付则采集不能完成。",
            "Order awaiting payment",
            "Your order for {campaign} is not paid yet; {amount} yuan are due. Please pay soon: the order lapses, and"
                    + " without payment the capture cannot be completed.",
            List.of(thing(1, "campaign"), text(2, "amount"), phrase(3, "待支付"))),
    /** 采集即将截止. Variables: campaign, day. */
    DEADLINE_NEAR(
            Reach.MUST_ARRIVE,
            "采集即将截止",
            "{campaign}将于{day}截止，您尚未完成拍摄，请尽快打开小程序完成。",
            "Deadline approaching",
            "{campaign} ends on {day} and your capture is not complete. Please finish it in the mini program soon.",
            List.of(thing(1, "campaign"), thing(2, "day"))),
    /** 现场采集即将截止. Variables: campaign, day. */
    DEADLINE_NEAR_ON_SITE(
            Reach.MUST_ARRIVE,
            "采集即将截止",
            "{campaign}将于{day}截止，您尚未完成拍摄，请尽快到现场完成。",
            "Deadline approaching",
            "{campaign} ends on {day} and your capture is not complete. Please come to the site soon to finish it.",
            DEADLINE_NEAR),
    /** 采集即将截止，在线拍摄机会已用完. Variables: campaign, day. */
    DEADLINE_NEAR_NO_TRIES(
            Reach.MUST_ARRIVE,
            "采集即将截止",
            "{campaign}将于{day}截止，您尚未完成拍摄，在线拍摄的机会已用完，请尽快联系采集单位或学校。",
            "Deadline approaching",
            "{campaign} ends on {day} and your capture is not complete. You have no tries left online; please contact"
                    + " the collection unit or your school soon.",
            DEADLINE_NEAR),
    /** 学信网退回. Variables: campaign, reason. */
    RETURNED(
            Reach.MUST_ARRIVE,
            "照片被学信网退回",
            "您在{campaign}的照片被学信网退回，原因：{reason}。请打开小程序重新拍摄，无需再次付费。",
            "Photo returned by the authority",
            "The authority returned your photo for {campaign}: {reason}. Please take a new one in the mini program;"
                    + " you need not pay again.",
            List.of(thing(1, "campaign"), phrase(2, "已退回"), thing(3, "reason"))),
    /** 学信网退回，现场重拍. Variables: campaign, reason. */
    RETURNED_ON_SITE(
            Reach.MUST_ARRIVE,
            "照片被学信网退回",
            "您在{campaign}的照片被学信网退回，原因：{reason}。请再到现场拍摄，无需再次付费。",
            "Photo returned by the authority",
            "The authority returned your photo for {campaign}: {reason}. Please come to the site for a new one; you"
                    + " need not pay again.",
            RETURNED),
    /** 学信网退回，采集已截止. Variables: campaign, reason. */
    RETURNED_OVER(
            Reach.MUST_ARRIVE,
            "照片被学信网退回，采集已截止",
            "您在{campaign}的照片被学信网退回，原因：{reason}。采集已截止，不能再拍。如已付费，费用会退还给您。如需补拍请联系学校。",
            "Photo returned by the authority, campaign over",
            "The authority returned your photo for {campaign}: {reason}. The campaign is over, so you cannot take a"
                    + " new one. If you paid, the money will be refunded. Ask your school about a make-up date.",
            RETURNED),
    /** 学信网退回，补采时再拍. Variables: campaign, reason, day (when the next window opens). */
    RETURNED_LATER(
            Reach.MUST_ARRIVE,
            "照片被学信网退回",
            "您在{campaign}的照片被学信网退回，原因：{reason}。现在不在采集时间内，从{day}起可重新拍摄。",
            "Photo returned by the authority",
            "The authority returned your photo for {campaign}: {reason}. No photos are taken at the moment; you can"
                    + " take a new one from {day} on.",
            RETURNED),
    /** 学信网退回，费用此前已退，重拍需重新支付. Variables: campaign, reason. */
    RETURNED_TO_PAY(
            Reach.MUST_ARRIVE,
            "照片被学信网退回",
            "您在{campaign}的照片被学信网退回，原因：{reason}。请重新拍摄。之前的费用已退给您，重拍需重新支付。",
            "Photo returned by the authority",
            "The authority returned your photo for {campaign}: {reason}. Please take a new one. What you paid before"
                    + " was refunded, so you have to pay again.",
            RETURNED),
    /** 校对有误，重新拍摄. Variables: campaign, reason (the manager's words). */
    ERRATUM(
            Reach.MUST_ARRIVE,
            "校对有误，请重新拍摄",
            "您反馈{campaign}的图像信息有误，处理结果：{reason}。请打开小程序重新拍摄，无需再次付费。",
            "Please take a new photo",
            "You reported a mistake in your photo or details for {campaign}. The collection unit answers: {reason}."
                    + " Please take a new photo in the mini program; you need not pay again.",
            List.of(thing(1, "campaign"), phrase(2, "校对有误"), thing(3, "reason"))),
    /** 校对有误，现场重拍. Variables: campaign, reason (the manager's words). */
    ERRATUM_ON_SITE(
            Reach.MUST_ARRIVE,
            "校对有误，请重新拍摄",
            "您反馈{campaign}的图像信息有误，处理结果：{reason}。请再到现场拍摄，无需再次付费。",
            "Please take a new photo",
            "You reported a mistake in your photo or details for {campaign}. The collection unit answers: {reason}."
                    + " Please come to the site for a new photo; you need not pay again.",
            ERRATUM),
    /** 校对有误，采集已截止. Variables: campaign, reason (the manager's words). */
    ERRATUM_OVER(
            Reach.MUST_ARRIVE,
            "校对有误，采集已截止",
            "您反馈{campaign}的图像信息有误，处理结果：{reason}。采集已截止，不能再拍。如已付费，费用会退还给您。如需补拍请联系学校。",
            "Mistake confirmed, campaign over",
            "You reported a mistake in your photo or details for {campaign}. The collection unit answers: {reason}."
                    + " The campaign is over, so you cannot take a new photo. If you paid, the money will be refunded. Ask"
                    + " your school about a make-up date.",
            ERRATUM),
    /** 校对有误，补采时再拍. Variables: campaign, reason (the manager's words), day (when the next window opens). */
    ERRATUM_LATER(
            Reach.MUST_ARRIVE,
            "校对有误，需重新拍摄",
            "您反馈{campaign}的图像信息有误，处理结果：{reason}。现在不在采集时间内，从{day}起可重新拍摄。",
            "A new photo is needed",
            "You reported a mistake in your photo or details for {campaign}. The collection unit answers: {reason}. No"
                    + " photos are taken at the moment; you can take a new one from {day} on.",
            ERRATUM),
    /** 校对有误，费用此前已退，重拍需重新支付. Variables: campaign, reason (the manager's words). */
    ERRATUM_TO_PAY(
            Reach.MUST_ARRIVE,
            "校对有误，请重新拍摄",
            "您反馈{campaign}的图像信息有误，处理结果：{reason}。请重新拍摄。之前的费用已退给您，重拍需重新支付。",
            "Please take a new photo",
            "You reported a mistake in your photo or details for {campaign}. The collection unit answers: {reason}."
                    + " Please take a new photo. What you paid before was refunded, so you have to pay again.",
            ERRATUM),
    /** 已通过的照片经复核不合格，重新拍摄. Variables: campaign, reason (the manager's words). */
    RETAKE_ORDERED(
            Reach.MUST_ARRIVE,
            "照片需要重新拍摄",
            "您在{campaign}已通过的照片经采集单位复核不能使用，原因：{reason}。请打开小程序重新拍摄，无需再次付费。",
            "Please take a new photo",
            "The collection unit has looked again at your accepted photo for {campaign} and cannot use it: {reason}."
                    + " Please take a new one in the mini program; you need not pay again.",
            REJECTED),
    /** 已通过的照片经复核不合格，现场重拍. Variables: campaign, reason (the manager's words). */
    RETAKE_ORDERED_ON_SITE(
            Reach.MUST_ARRIVE,
            "照片需要重新拍摄",
            "您在{campaign}已通过的照片经采集单位复核不能使用，原因：{reason}。请再到现场拍摄，无需再次付费。",
            "Please take a new photo",
            "The collection unit has looked again at your accepted photo for {campaign} and cannot use it: {reason}."
                    + " Please come to the site for a new one; you need not pay again.",
            REJECTED),
    /** 已通过的照片经复核不合格，补采时再拍. Variables: campaign, reason (the manager's words), day (when the next window opens). */
    RETAKE_ORDERED_LATER(
            Reach.MUST_ARRIVE,
            "照片需要重新拍摄",
            "您在{campaign}已通过的照片经采集单位复核不能使用，原因：{reason}。现在不在采集时间内，从{day}起可重新拍摄。",
            "A new photo is needed",
            "The collection unit has looked again at your accepted photo for {campaign} and cannot use it: {reason}. No"
                    + " photos are taken at the moment; you can take a new one from {day} on.",
            REJECTED),
    /** 已通过的照片经复核不合格，费用此前已退，重拍需重新支付. Variables: campaign, reason (the manager's words). */
    RETAKE_ORDERED_TO_PAY(
            Reach.MUST_ARRIVE,
            "照片需要重新拍摄",
            "您在{campaign}已通过的照片经采集单位复核不能使用，原因：{reason}。请重新拍摄。之前的费用已退给您，重拍需重新支付。",
            "Please take a new photo",
            "The collection unit has looked again at your accepted photo for {campaign} and cannot use it: {reason}."
                    + " Please take a new one. What you paid before was refunded, so you have to pay again.",
            REJECTED),
    /** 校对反馈已处理. Variables: campaign, result (how it was dealt with), reason (the manager's words). */
    ERRATUM_ANSWERED(
            Reach.IN_APP,
            "校对反馈已处理",
            "您反馈{campaign}的图像信息有误，处理结果：{result}。说明：{reason}",
            "Your report has been dealt with",
            "You reported a mistake in your photo or details for {campaign}. Result: {result}. The collection unit"
                    + " says: {reason}",
            List.of(thing(1, "campaign"), thing(2, "result"), thing(3, "reason"))),
    /** 待校对. Variables: campaign, day. */
    PROOFREADING_OPEN(
            Reach.IN_APP,
            "请核对图像信息",
            "请最迟在{day}核对{campaign}的照片与个人信息，选择“正确”或“有误”。",
            "Please check your photo",
            "Please check your photo and details for {campaign} by {day} and say whether they are correct.",
            List.of(thing(1, "campaign"), phrase(2, "待校对"), thing(3, "day"))),
    /** 校对即将到期. Variables: campaign, day. */
    PROOFREADING_DUE(
            Reach.MUST_ARRIVE,
            "图像信息核对即将到期",
            "{campaign}的图像信息核对将于{day}到期，您尚未核对，请尽快完成。",
            "Photo check due soon",
            "Please check your photo and details for {campaign} by {day}; you have not done so yet.",
            List.of(thing(1, "campaign"), thing(2, "day"))),
    /** 加印照片已寄出. Variables: campaign, carrier, tracking. */
    PRINTS_SENT(
            Reach.IN_APP,
            "加印照片已寄出",
            "您在{campaign}加印的照片已由{carrier}寄出，运单号{tracking}。",
            "Prints sent",
            "Your prints for {campaign} were sent with {carrier}, tracking number {tracking}.",
            List.of(thing(1, "campaign"), thing(2, "carrier"), text(3, "tracking"))),
    /** 部分退款到账. Variables: campaign, amount. */
    PARTLY_REFUNDED(
            Reach.MUST_ARRIVE,
            "部分退款成功",
            "{campaign}订单的部分费用{amount}元已原路退回，请留意到账。",
            "Partly refunded",
            "Part of the fee for {campaign}, {amount} yuan, has been refunded the way it was paid.",
            List.of(thing(1, "campaign"), text(2, "amount"), phrase(3, "部分退款"))),
    /** 身份核验结论. Variables: campaign, conclusion (the authority's words). */
    VERIFIED(
            Reach.IN_APP,
            "身份核验已有结论",
            "{campaign}的身份核验结论：{conclusion}。",
            "Identity check concluded",
            "The authority's conclusion for {campaign}: {conclusion}.",
            List.of(thing(1, "campaign"), thing(2, "conclusion"))),
    /** 身份核验结论，学校须复核. Variables: campaign, conclusion (the authority's words). */
    VERIFIED_DOUBTFUL(
            Reach.MUST_ARRIVE,
            "身份核验结论需要复核",
            "{campaign}的身份核验结论：{conclusion}，需要由学校复核。请尽快联系学校老师，否则可能影响学历注册。",
            "Identity check: contact your school",
            "The authority's conclusion for {campaign}: {conclusion}. Your school has to follow it up: contact your"
                    + " school soon, or the registration of your diploma may be held up.",
            VERIFIED),
    /** 已过期. Variables: campaign. */
    EXPIRED(
            Reach.IN_APP,
            "拍摄已过期",
            "{campaign}已截止，您未完成的拍摄已失效。如需补拍请联系学校。",
            "Capture expired",
            "{campaign} is over and your unfinished capture has expired. Ask your school about a make-up date.",
            List.of(thing(1, "campaign"))),
    /** 数据已删除. Variables: campaign. */
    DATA_DELETED(
            Reach.IN_APP,
            "照片与个人信息已删除",
            "按照隐私约定，您在{campaign}的照片与个人信息已删除。",
            "Data deleted",
            "As the privacy notice says, your photos and personal data for {campaign} have been deleted.",
            List.of()),
    /** 个人信息副本已下载. No variables. */
    DATA_COPIED(
            Reach.IN_APP,
            "个人信息副本已下载",
            "您的账号下载了一份个人信息副本，内含照片和手机号。如非本人操作，请退出所有已登录的设备，并联系采集单位。",
            "Copy of your data downloaded",
            "A copy of your personal data, with your photos and phone number, was downloaded from your account. If it was"
                    + " not you, end all sessions and contact the collection unit.",
            List.of()),
    /** 账号已注销，已付费用. The last that an account is told: no variables. */
    ACCOUNT_CLOSED(
            Reach.MUST_ARRIVE,
            "账号已注销",
            "您的账号已注销。已付费用如需退还，将原路退回；无法原路退回时，请凭支付账单中的商户单号联系采集单位办理。",
            "Account closed",
            "Your account is closed. Any money due to you is refunded the way it was paid. If that is not possible,"
                    + " contact the collection unit with the merchant order number (商户单号) on your payment bill.",
            List.of());

    /** By which channels a message is sent. */
    enum Reach {
        /** The list in the app, and a subscribe message when there is a tick. */
        IN_APP,
        /** The same, and an SMS in any case. */
        MUST_ARRIVE,
        /** An SMS to a bare number; kept in no list. */
        SMS_ONLY
    }

    private final Reach reach;
    private final String titleZh;
    private final String titleEn;
    private final TextTemplate zh;
    private final TextTemplate en;
    private final List<SubscribeField> fields;
    private final MessageTemplate ticked;

    MessageTemplate(Reach reach, String titleZh, String zh, String titleEn, String en, List<SubscribeField> fields) {
        this(reach, titleZh, zh, titleEn, en, fields, null);
    }

    /** @param ticked the message that students tick instead of this one */
    MessageTemplate(Reach reach, String titleZh, String zh, String titleEn, String en, MessageTemplate ticked) {
        this(reach, titleZh, zh, titleEn, en, ticked.fields, ticked);
    }

    MessageTemplate(
            Reach reach,
            String titleZh,
            String zh,
            String titleEn,
            String en,
            List<SubscribeField> fields,
            @Nullable MessageTemplate ticked) {
        this.reach = reach;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.zh = TextTemplate.of(zh);
        this.en = TextTemplate.of(en);
        this.fields = List.copyOf(fields);
        this.ticked = ticked == null ? this : ticked;
        if (!Set.copyOf(this.zh.variables()).equals(Set.copyOf(this.en.variables()))) {
            throw new IllegalArgumentException("the languages differ in their variables: " + zh);
        }
        if (!fields.stream().allMatch(f -> f.isFixed() || this.zh.variables().contains(f.variable()))) {
            throw new IllegalArgumentException("a field without its variable: " + zh);
        }
    }

    private static SubscribeField thing(int index, String variable) {
        return new SubscribeField(Kind.THING, index, variable);
    }

    private static SubscribeField phrase(int index, String fixed) {
        return new SubscribeField(Kind.PHRASE, index, "'" + fixed + "'");
    }

    private static SubscribeField text(int index, String variable) {
        return new SubscribeField(Kind.CHARACTER_STRING, index, variable);
    }

    /** The names of the required values. */
    public Set<String> variables() {
        return Set.copyOf(zh.variables());
    }

    /** The names of the values in the order in which the text in that language first uses them. */
    List<String> variables(Language language) {
        return text(language).variables();
    }

    /**
     * The message that a student ticks to get this one as a subscribe message, and whose template at WeChat it fills; usually itself. When
     * ticking the message about a rejection, a student cannot know how the next photo will be taken.
     */
    public MessageTemplate ticked() {
        return ticked;
    }

    /** Whether it can be sent as a subscribe message. */
    public boolean subscribable() {
        return !fields.isEmpty();
    }

    /** Whether students tick this message itself, and not another one instead of it. */
    boolean isOffered() {
        return subscribable() && ticked == this;
    }

    Reach reach() {
        return reach;
    }

    String title(Language language) {
        return language.pick(titleZh, titleEn);
    }

    String body(Language language, Map<String, String> values) {
        return text(language).render(values);
    }

    private TextTemplate text(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** The fields of its template at WeChat. */
    List<SubscribeField> fields() {
        return fields;
    }
}
