package org.tucai.campaign;

import org.tucai.platform.problem.Problem;

/** Why a campaign cannot be used or changed as wanted. */
enum CampaignProblem implements Problem {
    /** No campaign of that school students could know answers to the code. */
    UNKNOWN_FEATURE_CODE(
            404,
            "特征码不存在",
            "没有找到该特征码对应的采集批次。请核对学校通知中的 4-6 位特征码（不区分大小写）。",
            "Unknown feature code",
            "Your school has no campaign with this code. Check the 4-6 characters in its notice (case does not"
                    + " matter)."),
    /** No school has that code. */
    UNKNOWN_SCHOOL_CODE(
            404,
            "学校不存在",
            "该学校尚未开通图像采集，请联系学校老师。",
            "Unknown school",
            "Image capture has not been set up for this school. Ask your teacher."),
    /** Before the window, or between the window and the make-up window. */
    CAMPAIGN_NOT_OPEN(
            409,
            "采集尚未开始",
            "采集将于 {0} 开始，请届时再来。",
            "Not open yet",
            "Photos can be taken from {0}. Please come back then."),
    /** Too late: after the last window. */
    CAMPAIGN_CLOSED(
            409,
            "采集已截止",
            "采集已于 {0} 截止，逾期不再受理。如需补拍请联系学校老师。",
            "Capturing has ended",
            "The campaign ended on {0}; late photos are not accepted. Ask your teacher about a make-up date."),
    /** Another live campaign of the school has it. */
    FEATURE_CODE_TAKEN(
            409,
            "特征码已被占用",
            "该学校另一个未结束的批次正在使用此特征码，请换一个。",
            "Feature code taken",
            "Another campaign of this school that is not yet closed uses this code. Choose another."),
    SCHOOL_CODE_TAKEN(
            409,
            "学校代码已存在",
            "该院校代码已登记，请在学校列表中查找，或核对代码。",
            "School code taken",
            "A school with this code already exists. Look it up in the list, or check the code."),
    /** Mode, feature code and photo standard stay as announced. */
    TERMS_ARE_FIXED(
            409,
            "该项不可修改",
            "批次开放后不能修改采集方式、特征码和照片标准，请结束后新建批次。",
            "These terms are fixed",
            "Mode, feature code and photo standard are fixed once a campaign has been opened. Close it and create a"
                    + " new one."),
    CAMPAIGN_ALREADY_OPEN(
            409, "批次已开放", "该批次已经开放，无需再次操作。", "Already open", "This campaign is already open; there is nothing to do."),
    CAMPAIGN_IS_CLOSED(
            409,
            "批次已结束",
            "该批次已结束，不能再修改或开放。如需继续采集，请新建批次。",
            "Campaign is closed",
            "This campaign is closed and cannot be changed or reopened. To continue, create a new one."),
    /** Opening a campaign nobody could use. */
    CAMPAIGN_WINDOW_PAST(
            409,
            "采集时间已过",
            "截止时间已过，请先修改采集时间再开放。",
            "Window is over",
            "The last capture window has ended. Change the dates, then open the campaign.");

    private final Answer answer;

    CampaignProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
