package org.tucai.notification;

import org.tucai.platform.problem.Problem;

/** What can be wrong with requests about messages. */
enum NotificationProblem implements Problem {
    /** That message never comes as a subscribe message. */
    NOT_SUBSCRIBABLE(
            422,
            "不支持订阅",
            "所选消息不支持订阅，请刷新页面后重新勾选。",
            "Cannot subscribe",
            "One of the selected messages does not support subscription. Refresh the page and choose again.");

    private final Answer answer;

    NotificationProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
