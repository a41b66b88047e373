package org.tucai.platform.security;

/** Who may call. The names are the values of the token's {@code roles} claim. */
public enum Role {
    /** 学生: owns accounts, captures, orders. */
    STUDENT,
    /** 审核员: works the review queue. */
    REVIEWER,
    /** 采集单位管理员: everything of the unit; includes what a reviewer may. */
    MANAGER,
    /** 学校: a client program or person of one school. */
    SCHOOL,
    /** The program itself: jobs and callbacks. Never in a token. */
    SYSTEM;

    /** Constants for {@code @Secured}. */
    public static final class Names {
        public static final String STUDENT = "STUDENT";
        public static final String REVIEWER = "REVIEWER";
        public static final String MANAGER = "MANAGER";
        public static final String SCHOOL = "SCHOOL";

        private Names() {}
    }
}
