package org.tucai.capturecode;

import org.tucai.platform.problem.Problem;

/** Why a picture, a code or the last four characters are refused. */
enum CaptureCodeProblem implements Problem {
    /** Also a truncated or damaged file. */
    CODE_PICTURE_UNREADABLE(
            422,
            "无法识别图片",
            "文件不是可读的图片或已损坏，请重新保存采集码图片后上传（JPG、PNG 或 WebP）。",
            "Not a readable picture",
            "The file is damaged or not a picture. Save the code again and upload it as JPG, PNG or WebP."),
    CODE_PICTURE_HEIC(
            422,
            "不支持 HEIC 图片",
            "暂不支持 HEIC、HEIF、AVIF 图片。请打开图片后截屏并上传截屏，或转换为 JPG 后上传；苹果手机也可在“设置-相机-格式”中选择“兼容性最佳”后重新拍摄。",
            "HEIC not supported",
            "HEIC, HEIF and AVIF are not supported. Upload a screenshot of the picture, or convert it to JPG; on an"
                    + " iPhone you can also choose Settings, Camera, Formats, Most Compatible and photograph the code"
                    + " again."),
    CODE_PICTURE_TOO_LARGE(
            413,
            "图片过大",
            "图片不能超过 10 MB 和 5000 万像素，请压缩或截屏后上传。",
            "Picture too large",
            "Pictures are limited to 10 MB and 50 megapixels. Compress the picture or upload a screenshot."),
    NO_CODE_FOUND(
            422,
            "未识别到采集码",
            "图片中没有识别到二维码。请让采集码完整、清晰、无反光，或直接上传从学信网保存的原图。",
            "No code found",
            "No QR code was found. Show the whole code, sharp and without glare, or upload the original saved from"
                    + " CHSI (学信网)."),
    NOT_A_CAPTURE_CODE(
            422,
            "不是图像采集码",
            "识别到的二维码不是图像采集码，请上传从学信网下载的图像采集码。",
            "Not a capture code",
            "This QR code is not a capture code. Upload the capture code that you saved from CHSI (学信网)."),
    SEVERAL_CODES(
            422,
            "图片中有多个采集码",
            "图片中有多个不同的采集码，请只保留您要使用的一个。",
            "Several codes",
            "The picture contains several different capture codes. Crop it to the one you want to use."),
    CODE_EXPIRED(
            422,
            "采集码已过期",
            "该采集码已过期，请到学信网重新获取后上传。",
            "Code expired",
            "This capture code has expired. Get a new one from CHSI (学信网) and upload it."),
    CODE_FORGED(
            422,
            "采集码无效",
            "采集码校验未通过，请到学信网重新获取。",
            "Code not valid",
            "The capture code failed verification. Get a new one from CHSI (学信网)."),
    CODE_OF_ANOTHER_UNIT(
            422,
            "采集码不属于本采集单位",
            "该采集码不是发给本采集单位的，或所用密钥已停用。请核对学校指定的采集单位，或重新获取采集码。",
            "Code of another unit",
            "This code was not issued for this collection unit, or its key is retired. Check which unit your school"
                    + " has named, or get a new code."),
    /** The code may be good: its key is not held yet, and who would have it could not be asked. */
    CODE_KEYS_UNAVAILABLE(
            503,
            "暂时无法核验采集码",
            "暂时无法连接学信网核验该采集码，采集码本身可能没有问题，请稍后重新上传。",
            "Code cannot be checked now",
            "CHSI (学信网) cannot be reached to check this code. The code itself may be fine; upload it again later."),
    WRONG_LAST_FOUR(
            422,
            "证件号码后四位不正确",
            "证件号码后四位与采集码不符，请核对后重新输入，还可尝试 {0} 次。",
            "Wrong last four characters",
            "The last four characters do not match the code. Check them and try again. Attempts left: {0}."),
    /** A manager may lift it ({@link LastFourService#release}). */
    LAST_FOUR_LOCKED(
            429,
            "已锁定",
            "证件号码后四位输入错误次数过多，已锁定，请在 {0} 之后再试。如急需办理，可联系采集单位，核实是您本人后可提前解除锁定。",
            "Locked",
            "Too many wrong attempts. Try again after {0}. If it is urgent, the collection unit can lift the lock"
                    + " once it has confirmed your identity."),
    /** Thirty minutes have passed since it was opened, or the code's own time is over. */
    OPENED_CODE_EXPIRED(
            409,
            "操作超时",
            "采集码已上传超过 30 分钟，或已过有效期，请重新上传。",
            "Timed out",
            "The code was uploaded more than 30 minutes ago, or has expired. Upload it again."),
    CODE_NOT_CONFIRMED(
            409,
            "采集码尚未确认",
            "请先输入证件号码后四位并确认信息。",
            "Code not confirmed",
            "Enter the last four characters of your ID number and confirm the details first."),
    CODE_KEY_TAKEN(
            409,
            "密钥编号已存在",
            "该密钥编号已存在，密钥内容不能修改，请换一个编号。",
            "Key ID taken",
            "A key with this ID already exists, and its content cannot be changed. Choose another ID."),
    KEY_ALREADY_RETIRED(
            409, "密钥已停用", "该密钥已停用，无需再次操作。", "Already retired", "This key is already retired; there is nothing to do.");

    private final Answer answer;

    CaptureCodeProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }

    static CaptureCodeProblem of(CodeRefused.Reason reason) {
        return switch (reason) {
            case NOT_A_CODE -> NOT_A_CAPTURE_CODE;
            case UNKNOWN_KEY -> CODE_OF_ANOTHER_UNIT;
            case FORGED -> CODE_FORGED;
            case EXPIRED -> CODE_EXPIRED;
        };
    }
}
