package org.tucai.disclosure;

import org.tucai.platform.problem.Problem;

/** What can be wrong with taking a copy. */
enum DisclosureProblem implements Problem {
    /** Each copy reads everything there is: nobody needs many, and whoever holds a stolen session must not drain the store. */
    COPY_LIMIT_REACHED(
            429,
            "复制次数已达上限",
            "24 小时内最多可下载 {0} 次个人信息副本，请稍后再试。",
            "Too many copies",
            "The limit of copies of your data within 24 hours ({0}) is reached. Try again later.");

    private final Answer answer;

    DisclosureProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
