package org.tucai.staff;

import org.tucai.platform.problem.Problem;

/** What can be wrong with staff and schools' clients. */
enum StaffProblem implements Problem {
    /** Name, password or both are wrong, or the member is disabled: all look the same. */
    WRONG_CREDENTIALS(
            401,
            "账号或密码错误",
            "账号或密码错误，请核对后重试。",
            "Wrong name or password",
            "Name or password is incorrect. Check them and try again."),
    /** Who changes the own password is signed in: a 401 would tell the client that the sign-in is over. */
    WRONG_PASSWORD(
            422,
            "原密码错误",
            "原密码错误，请核对后重试。",
            "Wrong password",
            "The current password is incorrect. Check it and try again."),
    /** The password was a one-time password. */
    PASSWORD_CHANGE_REQUIRED(
            403,
            "需要修改密码",
            "当前为一次性密码，请在登录时同时设置新密码（newPassword）。",
            "Password change required",
            "This is a one-time password. Set a new one (newPassword) when you sign in."),
    WEAK_PASSWORD(
            422,
            "密码过于简单",
            "新密码至少 10 个字符，其中至少 6 个不同，且不得包含账号名。",
            "Weak password",
            "Use at least 10 characters, at least 6 of them different, without the account name."),
    /** The new password is the old one. */
    SAME_PASSWORD(
            422,
            "新旧密码相同",
            "新密码不能与旧密码相同，请换一个。",
            "Same password",
            "The new password must differ from the old one. Choose another."),
    NAME_TAKEN(409, "账号已存在", "该账号名已被使用，请换一个。", "Name taken", "This account name is already in use. Choose another."),
    /** Nobody could manage the unit any more. */
    LAST_MANAGER(
            409,
            "最后一名管理员",
            "至少需要保留一名可用的管理员，请先增加一名。",
            "Last manager",
            "At least one active manager must remain. Add another one first."),
    ALREADY_DISABLED(
            409,
            "已停用",
            "该账号已停用，无需再次操作。",
            "Already disabled",
            "This account is already disabled; there is nothing to do."),
    ALREADY_ACTIVE(
            409,
            "已启用",
            "该账号处于启用状态，无需再次操作。",
            "Already active",
            "This account is already active; there is nothing to do.");

    private final Answer answer;

    StaffProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }
}
