package org.tucai.capture;

import java.util.Locale;
import org.tucai.platform.web.Language;

/** Why a photo is turned down: the one list reviewers and automatic checks share (DOMAIN §2). */
public enum RejectReason {
    POSE("姿势不正、头部倾斜", "Head turned or tilted"),
    GEOMETRY("头部位置或大小不合要求", "Head position or size out of range"),
    UNEVEN_LIGHT("光线不均、有高光", "Uneven light or highlights"),
    BLUR("照片模糊", "Blurred"),
    EXPRESSION("表情不自然、露齿或张嘴", "Teeth shown or mouth open"),
    EYES_CLOSED("闭眼", "Eyes closed"),
    GAZE("没有注视镜头", "Not looking into the camera"),
    HAIR_OVER_FACE("头发遮挡眉、眼或耳", "Hair over brows, eyes or ears"),
    DYED_HAIR("染发", "Dyed hair"),
    LENS_GLARE("镜片反光", "Glare on the lenses"),
    TINTED_LENSES("有色镜片或美瞳", "Tinted or coloured contact lenses"),
    FRAME_OVER_EYE("镜框遮挡眼睛", "Frame over an eye"),
    HEADWEAR("佩戴帽子或头饰", "Headwear"),
    EARRINGS("佩戴耳饰", "Earrings"),
    NECKLACE("佩戴项链", "Necklace"),
    OTHER_ACCESSORY("其他饰物", "Other accessories"),
    CLOTHES_LIKE_BACKGROUND("衣服与背景颜色相近", "Clothes too like the background"),
    PATTERNED_CLOTHES("衣服图案复杂", "Patterned clothes"),
    HIGH_COLLAR("衣领过高", "High collar"),
    BACKGROUND("背景不合要求", "Unsuitable background"),
    SHADOW("有阴影", "Shadow"),
    PHOTO_OF_PHOTO("翻拍照片或扫描件", "Photo of a photo, or a scan"),
    RETOUCHED("修图、美颜", "Retouched"),
    HEAVY_MAKE_UP("化妆过浓", "Heavy make-up"),
    EVERYDAY_PHOTO("生活照或艺术照", "Everyday or artistic photo"),
    NOT_THE_PERSON("非本人", "Photo of someone else"),
    SAME_REJECTED_PICTURE("重复提交不合格照片", "Rejected picture submitted again"),
    CODE_MISMATCH("采集码与本人不符", "Code does not match the person"),
    ALREADY_CAPTURED("已采集过", "Already captured"),
    WRONG_FILE("文件错误", "Wrong file");

    private final String zh;
    private final String en;

    RejectReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The name in kebab case, as clients send and see it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text shown to people. */
    public String text(Language language) {
        return language.pick(zh, en);
    }
}
