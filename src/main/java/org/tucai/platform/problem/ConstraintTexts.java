package org.tucai.platform.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Map;

/** The words for a broken limit of a field; the English ones come with the limits, where a student understands them. */
final class ConstraintTexts {
    private ConstraintTexts() {}

    static String zh(ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        if (descriptor == null || descriptor.getAnnotation() == null) {
            return violation.getMessage();
        }
        Map<String, Object> limits = descriptor.getAttributes();
        return switch (descriptor.getAnnotation().annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "不能为空";
            case "Size" -> size(violation, limits);
            case "Pattern", "Email" -> "格式不正确";
            case "PlainText" -> Boolean.TRUE.equals(limits.get("lines")) ? "不能含有控制字符" : "须为单行文字，不能含有换行、制表符或其他控制字符";
            case "Min", "DecimalMin" -> "不能小于 " + limits.get("value");
            case "Max", "DecimalMax" -> "不能大于 " + limits.get("value");
            case "Positive" -> "必须大于 0";
            case "PositiveOrZero" -> "不能小于 0";
            case "AssertTrue" -> "必须同意";
            default -> violation.getMessage();
        };
    }

    /** The limits' own words for a pattern are the pattern, and for a length do not say of what. */
    static String en(ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        if (descriptor == null || descriptor.getAnnotation() == null || !usual(violation)) {
            return violation.getMessage();
        }
        Map<String, Object> limits = descriptor.getAttributes();
        return switch (descriptor.getAnnotation().annotationType().getSimpleName()) {
            case "Pattern" -> "is not of the right form";
            case "Size" ->
                number(limits, "min") == 0
                        ? "must have at most " + limits.get("max") + unit(violation, " characters", " entries")
                        : "must have " + limits.get("min") + " to " + limits.get("max")
                                + unit(violation, " characters", " entries");
            default -> violation.getMessage();
        };
    }

    private static String size(ConstraintViolation<?> violation, Map<String, Object> limits) {
        return number(limits, "min") == 0
                ? "不能超过 " + limits.get("max") + unit(violation, " 个字符", " 项")
                : "须为 " + limits.get("min") + " 到 " + limits.get("max") + unit(violation, " 个字符", " 项");
    }

    private static String unit(ConstraintViolation<?> violation, String ofText, String ofList) {
        return violation.getInvalidValue() instanceof CharSequence ? ofText : ofList;
    }

    private static int number(Map<String, Object> limits, String name) {
        return limits.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** No words of its own stand at the limit. */
    private static boolean usual(ConstraintViolation<?> violation) {
        return violation.getMessageTemplate().startsWith("{jakarta.");
    }
}
