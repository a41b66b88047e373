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
            "The file is no picture or is damaged. Save the code again and upload it as JPG, PNG or WebP."),
    CODE_PICTURE_HEIC(
            422,
            "不支持 HEIC 图片",
            "暂不支持 HEIC、HEIF、AVIF 图片。请打开图片后截屏并上传截屏，或转换为 JPG 后上传；苹果手机也可在“设置-相机-格式”中选择“兼容性最佳”后重新拍摄。",
            "HEIC pictures are not read",
            "HEIC, HEIF and AVIF are not read. Open the picture, take a screenshot and upload that, or convert it to JPG;"
                    + " on an iPhone, Settings, Camera, Formats, Most Compatible makes new photos JPG."),
    CODE_PICTURE_TOO_LARGE(
            413,
            "图片过大",
            "图片不能超过 10 MB 和 5000 万像素，请压缩或截屏后上传。",
            "Picture too large",
            "A picture may have 10 MB and 50 megapixels at most; crop or shrink it."),
    NO_CODE_FOUND(
            422,
            "未识别到采集码",
            "图片中没有识别到二维码。请让采集码完整、清晰、无反光，或直接上传从学信网保存的原图。",
            "No code found",
            "No QR code was read. Show the whole code, sharp and without glare, or upload the picture as saved."),
    NOT_A_CAPTURE_CODE(
            422,
            "不是图像采集码",
            "识别到的二维码不是图像采集码，请上传从学信网下载的图像采集码。",
            "Not a capture code",
            "This QR code is something else. Upload the capture code you saved from the site of the authority."),
    SEVERAL_CODES(
            422,
            "图片中有多个采集码",
            "图片中有多个不同的采集码，请只保留您要使用的一个。",
            "Several codes",
            "The picture shows several different capture codes; crop it to the one you want to use."),
    CODE_EXPIRED(
            422,
            "采集码已过期",
            "该采集码已过期，请到学信网重新获取后上传。",
            "Code expired",
            "This code has expired; get a new one from the site of the authority."),
    CODE_FORGED(
            422,
            "采集码无效",
            "采集码校验未通过，请到学信网重新获取。",
            "Code not valid",
            "The code failed its check; get a new one from the site of the authority."),
    CODE_OF_ANOTHER_UNIT(
            422,
            "采集码不属于本采集单位",
            "该采集码不是发给本采集单位的，或所用密钥已停用。请核对学校指定的采集单位，或重新获取采集码。",
            "Code of another unit",
            "The code was made for another collection unit or with a retired key. Check the notice of your school, or get a"
                    + " new code."),
    /** The code may be good: its key is not held yet, and who would have it could not be asked. */
    CODE_KEYS_UNAVAILABLE(
            503,
            "暂时无法核验采集码",
            "暂时无法连接学信网核验该采集码，采集码本身可能没有问题，请稍后重新上传。",
            "The code cannot be checked now",
            "The authority cannot be reached to check this code, which may well be good. Upload it again in a moment."),
    WRONG_LAST_FOUR(
            422,
            "证件号码后四位不正确",
            "证件号码后四位与采集码不符，请核对后重新输入，还可尝试 {0} 次。",
            "Wrong last four characters",
            "They do not match the code; check them and enter them again. {0} tries are left."),
    /** A manager may lift it ({@link LastFourService#release}). */
    LAST_FOUR_LOCKED(
            429,
            "已锁定",
            "证件号码后四位输入错误次数过多，已锁定，请在 {0} 之后再试。如急需办理，可联系采集单位，核实是您本人后可提前解除锁定。",
            "Locked",
            "Too many wrong tries; try again after {0}. If you cannot wait, ask the collection unit: it can lift the lock once it"
                    + " knows that it is you."),
    /** Thirty minutes have passed since it was opened, or the code's own time is over. */
    OPENED_CODE_EXPIRED(
            409,
            "操作超时",
            "采集码上传已超过 30 分钟或已过有效期，请重新上传。",
            "Took too long",
            "The code was opened over 30 minutes ago, or is good no longer; upload it again."),
    CODE_NOT_CONFIRMED(
            409,
            "采集码尚未确认",
            "请先输入证件号码后四位并确认信息。",
            "Code not confirmed",
            "Enter the last four characters of your ID number and confirm the facts first."),
    CODE_KEY_TAKEN(
            409,
            "密钥编号已存在",
            "该密钥编号已存在，密钥内容不能修改，请换一个编号。",
            "Key name taken",
            "A key of that name is held already and cannot change; choose another name."),
    KEY_ALREADY_RETIRED(
            409, "密钥已停用", "该密钥已停用，无需再次操作。", "Already retired", "This key is retired already; nothing is left to do.");

    private final int status;
    private final Text text;

    CaptureCodeProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        this.status = status;
        this.text = Text.of(titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text text() {
        return text;
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
