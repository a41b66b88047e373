package org.tucai.platform.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Map;
import org.tucai.platform.web.TypedCharacters;

/**
 * The texts for a broken limit of a field. The limit's own message is English; an English answer keeps it where a student understands it.
 * It is replaced for a pattern, because it only quotes the pattern, and for a length, because it does not say of what.
 */
final class ConstraintTexts {
    private ConstraintTexts() {}

    static FieldError error(ConstraintViolation<?> broken, String pointer) {
        String own = broken.getMessage();
        var limit = broken.getConstraintDescriptor();
        if (limit == null || limit.getAnnotation() == null) {
            return new FieldError(own, own, pointer);
        }
        Map<String, Object> limits = limit.getAttributes();
        return switch (limit.getAnnotation().annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> new FieldError("不能为空", own, pointer);
            case "Size" ->
                new FieldError(sizeZh(broken, limits), usual(broken) ? sizeEn(broken, limits) : own, pointer);
            case "Pattern", "Email" -> {
                String pattern = String.valueOf(limits.get("regexp")); // none where the limit is @Email
                yield new FieldError(PatternTexts.zh(pattern), usual(broken) ? PatternTexts.en(pattern) : own, pointer);
            }
            case "PlainText" -> {
                if (broken.getInvalidValue() instanceof CharSequence text && !TypedCharacters.isSeen(text)) {
                    yield new FieldError("不能为空", "must not be blank", pointer);
                }
                boolean lines = Boolean.TRUE.equals(limits.get("lines"));
                yield new FieldError(lines ? "不能含有控制字符" : "须为单行文字，不能含有换行、制表符或其他控制字符", own, pointer);
            }
            case "Min", "DecimalMin" -> new FieldError("不能小于 " + limits.get("value"), own, pointer);
            case "Max", "DecimalMax" -> new FieldError("不能大于 " + limits.get("value"), own, pointer);
            case "Positive" -> new FieldError("必须大于 0", own, pointer);
            case "PositiveOrZero" -> new FieldError("不能小于 0", own, pointer);
            case "AssertTrue" -> new FieldError("必须同意", own, pointer);
            default -> new FieldError(own, own, pointer);
        };
    }

    private static String sizeZh(ConstraintViolation<?> broken, Map<String, Object> limits) {
        return number(limits, "min") == 0
                ? "不能超过 " + limits.get("max") + unit(broken, " 个字符", " 项")
                : "须为 " + limits.get("min") + " 到 " + limits.get("max") + unit(broken, " 个字符", " 项");
    }

    private static String sizeEn(ConstraintViolation<?> broken, Map<String, Object> limits) {
        String unit = unit(broken, " characters", " entries");
        return number(limits, "min") == 0
                ? "must have at most " + limits.get("max") + unit
                : "must have " + limits.get("min") + " to " + limits.get("max") + unit;
    }

    private static String unit(ConstraintViolation<?> broken, String ofText, String ofList) {
        return broken.getInvalidValue() instanceof CharSequence ? ofText : ofList;
    }

    private static int number(Map<String, Object> limits, String name) {
        return limits.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** Whether the limit has the usual message, and none of its own. */
    private static boolean usual(ConstraintViolation<?> broken) {
        return broken.getMessageTemplate().startsWith("{jakarta.");
    }
}
