package org.tucai.capture;

import org.tucai.platform.problem.Problem;

/** How the capture of a photo can be refused. */
public enum CaptureProblem implements Problem {
    CONSENT_MISSING(
            422,
            "需要同意",
            "请先阅读并同意人脸图像与身份信息处理告知书，再继续。",
            "Consent required",
            "Read and accept the notice on processing face images and identity data first."),
    /** The text was changed since the client read it. */
    CONSENT_OUTDATED(
            409, "告知书已更新", "告知书已更新，请重新阅读并同意。", "Notice changed", "The notice has changed. Read and accept it again."),
    /** This enrolment already has a live capture in the campaign, the caller's own. */
    CAPTURE_EXISTS(
            409,
            "已创建采集",
            "该学籍在本批次已有采集记录，请在首页继续。",
            "Capture exists",
            "This enrolment already has a capture in this campaign. Continue from the home page."),
    CODE_BOUND_ELSEWHERE(
            409,
            "采集码已被绑定",
            "该采集码已被另一账号绑定。如是您本人绑定的，请用当时的微信或手机号登录；如非本人操作，请联系采集单位。",
            "Code already linked",
            "This code is linked to another account. If it is yours, sign in with the WeChat or phone number used"
                    + " then; if not, contact the collection unit."),
    ALREADY_CAPTURED(
            409,
            "无需再次采集",
            "您的毕业图像已采集合格，无需再次拍摄。",
            "Already captured",
            "Your graduation picture has already been accepted. You do not need another."),
    /** Paying comes before shooting in this campaign. */
    PAY_FIRST(
            409,
            "请先支付",
            "本批次需先支付采集费再拍摄。",
            "Pay first",
            "This campaign requires payment before photos are taken. Pay first."),
    TRIES_USED_UP(
            409,
            "拍摄次数已用完",
            "在线拍摄的 {0} 次机会已用完。已有可用照片的请直接提交；没有的请到现场采集或联系采集单位。",
            "No attempts left",
            "You have used all online attempts ({0}). If you have a usable photo, submit it; if not, come on site or contact"
                    + " the collection unit."),
    ALBUM_NOT_ALLOWED(
            409,
            "请用相机拍摄",
            "本批次只接受相机拍摄，不能从相册选择，请返回用相机拍摄。",
            "Camera only",
            "This campaign accepts camera photos only, not album pictures. Go back and take one."),
    /** The capture stands where no photo is taken. */
    NOT_TAKING_PHOTOS(
            409,
            "当前不能上传照片",
            "当前状态下不能更换照片；待支付或待审核的请先撤回，已取消的请重新上传采集码。",
            "Cannot upload a photo now",
            "The photo cannot be changed now. If it awaits payment or review, withdraw it first; if the capture was"
                    + " cancelled, upload your code again."),
    TICKET_INVALID(
            404,
            "上传凭证无效",
            "上传凭证无效，请重新进入拍摄页面。",
            "Ticket invalid",
            "This upload ticket is not valid. Open the camera page again."),
    TICKET_EXPIRED(
            409,
            "上传凭证已过期",
            "上传凭证已过期，请重新进入拍摄页面。",
            "Ticket expired",
            "This upload ticket has expired. Open the camera page again."),
    TICKET_USED(
            409,
            "上传凭证已使用",
            "该上传凭证已用于另一张照片，请重新进入拍摄页面。",
            "Ticket used",
            "This upload ticket was used for another photo. Open the camera page again."),
    SAME_REJECTED_PICTURE(
            409,
            "照片重复",
            "这张照片已被审核为不合格，请重新拍摄后再上传。",
            "Already rejected",
            "This photo has already been rejected. Take a new one."),
    /** There is another photo by now, or none. */
    PHOTO_NOT_CURRENT(
            409,
            "不是当前照片",
            "要提交的照片已被更换或未通过检测，请刷新后确认。",
            "Not the current photo",
            "This photo has been replaced, or failed its checks. Refresh and check before submitting."),
    NOT_SUBMITTABLE(
            409,
            "当前不能提交",
            "当前状态下不能提交审核，请刷新后按首页提示操作。",
            "Cannot submit",
            "The photo cannot be submitted now. Refresh and follow the steps on the home page."),
    NOT_IN_REVIEW(
            409,
            "不在审核中",
            "只有待支付或待审核的照片可以撤回，请刷新查看当前状态。",
            "Not in review",
            "Only a photo awaiting payment or review can be withdrawn. Refresh to see its status."),
    /** A reviewer decided, or the campaign ended, in the same moment. */
    NOT_CANCELLABLE(
            409,
            "不能取消",
            "照片已审核通过或采集已结束，不能取消。如有疑问请联系采集单位。",
            "Cannot cancel",
            "The photo has been accepted or the capture has ended, so it cannot be cancelled. If in doubt, contact"
                    + " the collection unit."),
    /** A manager wants the whole fee given back although the photo is in review and nobody can pay anew. */
    PHOTO_IN_REVIEW(
            409,
            "照片正在审核",
            "该订单的照片正在审核，而采集已截止，学生无法重新支付，因此不能全额退款。请等审核结束：不合格时费用会自动退还，合格后可以再退。",
            "Photo in review",
            "The photo is in review and the campaign has ended, so the student could not pay again: a full refund is"
                    + " not possible now. Wait for the review: after a rejection the fee is refunded automatically;"
                    + " after an acceptance you can refund it."),
    /** A manager takes back an acceptance that is not there, or that the authority has concluded on. */
    NO_PHOTO_TO_RETAKE(
            409,
            "没有可重拍的照片",
            "只有已审核通过、学信网尚无核验结论的照片可以安排重拍；该照片可能已在重拍、已有结论或已删除。请刷新查看当前状态。",
            "No photo to retake",
            "Only an accepted photo on which the authority has not concluded can be taken again. This one may be in"
                    + " retake already, concluded or deleted. Refresh to see its status."),
    /** After the last day nobody could take it again: the capture would end, and its accepted photo with it. */
    RETAKE_TOO_LATE(
            409,
            "采集已结束",
            "采集已结束，学生无法重新拍摄。请先延长采集时间或增加补采时间。",
            "Campaign has ended",
            "The campaign has ended, so the student can no longer take a new photo. First extend it or add a make-up"
                    + " window."),
    NOT_ON_SITE(
            409,
            "非现场采集批次",
            "该批次不是现场采集，请让学生用小程序拍摄。",
            "Not an on-site campaign",
            "This campaign is not captured on site. Ask the student to use the mini program."),
    /** A student wants to upload into a campaign where the operator shoots. */
    ONLY_ON_SITE(
            409,
            "仅限现场采集",
            "本批次为现场采集，请携带采集码到现场拍摄。",
            "On site only",
            "This campaign is captured on site. Come with your capture code."),

    PICTURE_EMPTY(422, "文件为空", "上传的文件是空的，请重新拍摄。", "Empty file", "The file is empty. Take the photo again."),
    NOT_A_PICTURE(
            422,
            "不是图片",
            "无法识别为图片，请上传 JPEG、PNG 或 WebP 照片；RAW（DNG）、TIFF 等格式请先转换为 JPEG。",
            "Not a picture",
            "This is not a readable picture. Upload JPEG, PNG or WebP; convert RAW (DNG), TIFF and the like to JPEG"
                    + " first."),
    PICTURE_HEIC(
            422,
            "HEIC 格式不支持",
            "暂不支持 HEIC、HEIF、AVIF 照片。苹果手机请在“设置-相机-格式”中选择“兼容性最佳”后重拍，其他手机请在相机设置中关闭 HEIF（高效格式）后重拍；也可以把照片转换为 JPEG 后上传。",
            "HEIC not supported",
            "HEIC, HEIF and AVIF are not supported. On an iPhone, choose Settings, Camera, Formats, Most Compatible;"
                    + " on other phones, turn off HEIF in the camera settings. Then take the photo again, or convert"
                    + " it to JPEG."),
    PICTURE_TRUNCATED(
            422,
            "图片不完整",
            "图片文件不完整，可能是网络中断，请重新上传。",
            "Incomplete picture",
            "The file is incomplete; the connection may have broken. Upload it again."),
    PICTURE_TOO_LARGE(
            422,
            "图片过大",
            "图片尺寸过大，请使用手机相机直接拍摄。",
            "Picture too large",
            "The picture has too many pixels. Take it with the phone camera."),
    PICTURE_CORRUPT(422, "图片已损坏", "图片文件已损坏，请重新拍摄。", "Damaged picture", "The file is damaged. Take the photo again."),
    PICTURE_ANIMATED(
            422,
            "动图不支持",
            "不支持动图，请上传静态照片。",
            "Animated picture",
            "Animated pictures are not supported. Upload a still one.");

    private final Answer answer;

    CaptureProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
