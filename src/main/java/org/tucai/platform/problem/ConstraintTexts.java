package org.tucai.platform.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Map;

/** The Chinese words for a broken limit of a field; the English ones come with the limits. */
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
            case "Size" -> "长度须在 " + limits.get("min") + " 到 " + limits.get("max") + " 之间";
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
}
