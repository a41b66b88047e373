package org.tucai.screen;

import org.tucai.capture.CaptureStatus;
import org.tucai.platform.web.Language;

/** What the student does next; clients need no further logic about states. */
public enum NextStep {
    /** There is no capture yet, and none can be begun without a phone number: its messages must arrive. */
    VERIFY_PHONE(
            "验证手机号",
            "请先验证手机号，审核结果会发送到这个号码。",
            "Verify your phone number",
            "Verify your phone number first: the result of the review is sent to it."),
    /** There is no capture yet: upload the picture of a capture code. */
    OPEN_CODE(
            "上传采集码",
            "从学信网保存图像采集码，上传即可开始。",
            "Upload your code",
            "Save your capture code from CHSI (学信网) and upload it to begin."),
    /** A code was uploaded a short while ago, but no capture begun with it: read it, and go on where it was left. */
    GO_ON_WITH_CODE(
            "继续办理",
            "采集码已识别，上传后 30 分钟内有效，请继续核对信息并开始采集。",
            "Go on with your code",
            "Your code has been read and can be used for 30 minutes after the upload: go on to check your details and begin."),
    /** The order awaits payment; the hint says what happens once it is paid. */
    PAY("支付", "请在期限内完成支付，{paid}。", "Pay", "Please pay in time; {paid}."),
    /** The payment period is over, and the channel has not yet said whether the order was paid in time. */
    WAIT_FOR_PAYMENT(
            "等待核对支付",
            "支付时间已过，正在与支付通道核对您是否已付款：已付款的会继续办理，未付款的{unpaid}。请稍后刷新，不要重复付款。",
            "Wait for the payment check",
            "The time to pay is over; the payment channel is being asked whether you paid. If you did, your capture"
                    + " goes on; if not, {unpaid}. Check again later and do not pay twice."),
    /** The campaign takes photos now, and there is no usable one yet. */
    SHOOT(
            "拍摄照片",
            "选{wall}前 1 米处、光线均匀的地方，请他人用后置摄像头拍摄。",
            "Take the photo",
            "Stand 1 m from {wall} in even light and have someone else take the photo with the back camera."),
    /** There is a usable photo; a reviewer may still reject it for the complaints shown with it. */
    SUBMIT(
            "确认并提交",
            "请仔细查看照片，{again}，确认后提交审核。",
            "Check and submit",
            "Look at the photo carefully; {again}. Then submit it."),
    /** The review period is running; its length is a setting. */
    WAIT_FOR_REVIEW("等待审核", "{review}。", "Wait for the review", "{review}."),
    /** The photo was rejected, returned by the authority or found wrong in the check; the capture's rejection says why. */
    SHOOT_AGAIN(
            "重新拍摄",
            "照片需要重拍，请按所示原因重新拍摄并提交。",
            "Take a new photo",
            "A new photo is needed: mind the reason shown, then take the photo and submit it."),
    /** Accepted; the authority has not given its conclusion yet. */
    WAIT_FOR_AUTHORITY(
            "等待学信网",
            "照片已合格，正在上传学信网并进行身份核验。",
            "Wait for the authority",
            "The photo is accepted and is being sent to the authority for identity verification."),
    /** 补采: the campaign takes photos again in its next window; the campaign's dates say when. */
    WAIT_FOR_WINDOW(
            "等待采集时间",
            "现在不在采集时间内，请在批次所示的采集或补采时间内再来继续。",
            "Wait for the capture window",
            "No photos are taken at the moment; come back in the window or make-up window shown for the campaign."),
    /** The student reported 校对有误; a manager is looking into it. */
    WAIT_FOR_UNIT(
            "等待处理",
            "您反馈的问题正在处理，处理结果会通知您。",
            "Wait for the unit",
            "The mistake you reported is being looked into; you will be told the result."),
    /** The campaign is captured on site, where the operator scans the code and takes the photo. */
    GO_ON_SITE(
            "到现场采集",
            "本批次为现场采集，请携带采集码在采集时间内到现场拍摄。",
            "Go to the site",
            "Photos for this campaign are taken on site; come with your capture code during the capture window."),
    /** 图像信息核对: the student has to say whether picture and facts are right, by the day given in the card's check. */
    PROOFREAD(
            "核对信息",
            "请核对图像与信息是否正确。{school}",
            "Check your details",
            "Check whether the picture and your details are correct.{school}"),
    /** The school has to follow up the authority's conclusion; until then it may block the registration. */
    CONTACT_SCHOOL(
            "联系学校",
            "身份核验结论需要由学校复核，请尽快联系学校老师，否则可能影响学历注册。",
            "Contact your school",
            "Your school has to follow up the identity conclusion: contact it soon, or the registration of your"
                    + " diploma may be held up."),
    /** The campaign no longer takes photos, or no online tries are left; the hint says which. */
    CONTACT_UNIT(
            "联系采集单位", "{why}，请联系采集单位或学校。", "Contact the unit", "{why}; contact the collection unit or your school."),
    /** Nothing is left to do. */
    DONE("已完成", "{done}，无需操作。", "Done", "{done}.");

    private static final String REVIEW = "{review}";
    private static final String DAYS = "{days}";
    private static final String WALL = "{wall}";
    private static final String PAID = "{paid}";
    private static final String UNPAID = "{unpaid}";
    private static final String WHY = "{why}";
    private static final String AGAIN = "{again}";
    private static final String FINISHED = "{done}";
    private static final String SCHOOL = "{school}";

    /**
     * What the hints of one student's capture depend on.
     *
     * @param reviewDays the working days a unit has for a first review
     * @param late whether a first review has not ended in that time
     * @param whiteWall whether the campaign accepts a white background
     * @param paying what a payment is for
     * @param triesLeft whether another photo may be taken online
     * @param over whether the campaign no longer takes photos
     * @param doubtful whether the school has to follow up the authority's conclusion
     * @param elsewhere whether the student was captured in another campaign and needs none here
     * @param anew whether the capture has ended and the student has a newer one in its campaign
     */
    record Circumstances(
            int reviewDays,
            boolean late,
            boolean whiteWall,
            Paying paying,
            boolean triesLeft,
            boolean over,
            boolean doubtful,
            boolean elsewhere,
            boolean anew) {}

    /** What a payment is for. */
    enum Paying {
        /** The photo is there. */
        COMPLETES("支付完成后才算采集完成", "only then is the capture complete"),
        BEFORE_THE_PHOTO("支付后再拍摄照片", "the photo is taken afterwards"),
        /** There is a photo, from before paying came first: it can be submitted, but another only be taken once the fee is paid. */
        BEFORE_ANOTHER_PHOTO("支付后可再拍摄照片", "another photo can be taken afterwards"),
        BEFORE_A_RETAKE("支付后再按所示原因重新拍摄", "the photo is taken again afterwards, minding the reason shown");

        private final String zh;
        private final String en;

        Paying(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        static Paying of(CaptureStatus status, boolean first) {
            return switch (status) {
                case PHOTO_READY -> first ? BEFORE_ANOTHER_PHOTO : BEFORE_THE_PHOTO;
                case AWAITING_PAYMENT -> COMPLETES;
                case REJECTED, RETURNED, ERRATUM -> BEFORE_A_RETAKE;
                case BOUND, IN_REVIEW, ACCEPTED, FORWARDED, VERIFIED, WITHDRAWN, EXPIRED -> BEFORE_THE_PHOTO;
            };
        }
    }

    private final String titleZh;
    private final String hintZh;
    private final String titleEn;
    private final String hintEn;

    NextStep(String titleZh, String hintZh, String titleEn, String hintEn) {
        this.titleZh = titleZh;
        this.hintZh = hintZh;
        this.titleEn = titleEn;
        this.hintEn = hintEn;
    }

    public String title(Language language) {
        return language.pick(titleZh, titleEn);
    }

    /** What the student reads below the title. */
    String hint(Language language, Circumstances in) {
        String review = in.late()
                ? language.pick(
                        "审核超过了承诺的 {days}，采集单位会尽快完成；如有急用，请联系采集单位",
                        "The review has taken longer than the promised {days}; the collection unit will"
                                + " complete it as soon as possible. If it is urgent, contact the unit")
                : language.pick("采集单位将在 {days}内完成审核", "The collection unit completes the review within {days}");
        String wall = in.whiteWall()
                ? language.pick("白墙", "a white wall")
                : language.pick("本批次背景颜色的墙面或背景布", "a wall or cloth in the campaign's background colour");
        String paid = language.pick(in.paying().zh, in.paying().en);
        String unpaid = in.over()
                ? language.pick("不再收费，采集已截止", "nothing is charged, because the campaign is over")
                : language.pick("可重新支付", "you can start a new payment");
        String why = in.over()
                ? language.pick("采集已结束", "The campaign is over")
                : language.pick("在线拍摄的机会已用完", "You have no tries left online");
        String again = again(language, in);
        String school = in.doubtful()
                ? language.pick(
                        "身份核验结论还需要由学校复核，请同时尽快联系学校老师。",
                        " Your school also has to follow up the identity conclusion: contact it soon.")
                : "";
        String done = done(language, in);
        return language.pick(hintZh, hintEn)
                .replace(REVIEW, review)
                .replace(DAYS, workingDays(language, in.reviewDays()))
                .replace(WALL, wall)
                .replace(PAID, paid)
                .replace(UNPAID, unpaid)
                .replace(WHY, why)
                .replace(AGAIN, again)
                .replace(FINISHED, done)
                .replace(SCHOOL, school);
    }

    private static String workingDays(Language language, int days) {
        return language.pick(days + " 个工作日", days == 1 ? "1 working day" : days + " working days");
    }

    private static String again(Language language, Circumstances in) {
        if (!in.triesLeft()) {
            return language.pick("在线拍摄的机会已用完，不能再重拍", "you have no tries left online for another");
        }
        return in.paying() == Paying.BEFORE_ANOTHER_PHOTO
                ? language.pick("要重拍须先支付", "to take a new one, you have to pay first")
                : language.pick("有检测提示的最好按提示重拍", "if the checks found something, it is better to take a new one");
    }

    private static String done(Language language, Circumstances in) {
        if (in.anew()) {
            return language.pick("这次采集已结束，您在本批次有新的采集", "This capture has ended; you have a newer one in this campaign");
        }
        return in.elsewhere()
                ? language.pick(
                        "您已在其他批次采集合格，本批次不用再拍", "Your picture was accepted in another campaign; none is needed here")
                : language.pick("采集已完成", "The capture is complete");
    }

    /** Smaller is more urgent: acting before waiting, money before pictures. */
    int urgency() {
        return switch (this) {
            case PAY -> 0;
            case SUBMIT -> 1;
            case SHOOT_AGAIN -> 2;
            case SHOOT -> 3;
            case GO_ON_SITE -> 4;
            case PROOFREAD -> 5;
            case CONTACT_SCHOOL -> 6;
            case WAIT_FOR_PAYMENT -> 7;
            case WAIT_FOR_REVIEW -> 8;
            case WAIT_FOR_UNIT -> 9;
            case WAIT_FOR_WINDOW -> 10;
            case WAIT_FOR_AUTHORITY -> 11;
            case CONTACT_UNIT -> 12;
            case VERIFY_PHONE, OPEN_CODE, GO_ON_WITH_CODE -> 13;
            case DONE -> 14;
        };
    }
}
