package org.tucai.platform.problem;

import java.util.Map;

/** Describes in words what a field with a pattern may hold: only programmers understand the pattern itself. */
final class PatternTexts {
    private record Words(String zh, String en) {}

    /** For any other pattern, such as one in a unit's own code. */
    private static final Words USUAL = new Words("格式不正确", "has the wrong format");

    private static final Words NUMBER_OF_OURS = new Words("须为系统给出的编号", "must be a number issued by the server");

    /** By the pattern. */
    private static final Map<String, Words> WORDS = Map.ofEntries(
            Map.entry("1[3-9]\\d{9}", new Words("须为 11 位手机号", "must be an 11-digit mobile number")),
            Map.entry("\\d{6}", new Words("须为 6 位数字", "must be 6 digits")),
            Map.entry("\\d{5}|\\d{10}", new Words("须为 5 位或 10 位数字", "must be 5 or 10 digits")),
            Map.entry("[0-9A-Za-z]{4,6}", new Words("须为 4 到 6 位字母或数字", "must be 4 to 6 letters or digits")),
            Map.entry(
                    "[a-z][a-z0-9._-]{2,31}",
                    new Words(
                            "须为 3 到 32 个小写字母、数字、点、下划线或连字符，并以字母开头",
                            "must be 3 to 32 lower-case letters, digits, dots, underscores or hyphens,"
                                    + " starting with a letter")),
            Map.entry(
                    "[a-z0-9-]{3,40}",
                    new Words("须为 3 到 40 个小写字母、数字或连字符", "must be 3 to 40 lower-case letters, digits or hyphens")),
            Map.entry("#[0-9A-Fa-f]{6}", new Words("须为 #RRGGBB 形式的颜色", "must be a colour such as #FFFFFF")),
            Map.entry(
                    "[0-9A-Za-z-]{4,40}",
                    new Words("须为 4 到 40 个字母、数字或连字符", "must be 4 to 40 letters, digits or hyphens")),
            Map.entry(
                    "[0-9A-Za-z_-]{1,20}",
                    new Words("须为 1 到 20 个字母、数字、下划线或连字符", "must be 1 to 20 letters, digits, underscores or hyphens")),
            Map.entry("[0-9A-Za-z_-]{43}=?", new Words("须为 32 字节密钥的 base64url 编码", "must be 32 bytes in base64url")),
            Map.entry(
                    "[A-Z][A-Z_]{1,30}",
                    new Words(
                            "须为 2 到 31 个大写字母或下划线，并以字母开头",
                            "must be 2 to 31 capital letters or underscores, starting with a letter")),
            Map.entry("rev_[0-9A-Z]{20}", NUMBER_OF_OURS),
            Map.entry("sch_[0-9A-Z]{20}", NUMBER_OF_OURS),
            Map.entry("[!-~]*", NUMBER_OF_OURS));

    private PatternTexts() {}

    static String zh(String pattern) {
        return words(pattern).zh;
    }

    static String en(String pattern) {
        return words(pattern).en;
    }

    private static Words words(String pattern) {
        return WORDS.getOrDefault(pattern, USUAL);
    }
}
