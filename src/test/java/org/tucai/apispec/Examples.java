package org.tucai.apispec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An example for every schema, put together from one table of what fields look like. What a person reads of a constant is the word of
 * that constant: a client's author takes an example for what the server says.
 */
final class Examples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What a field of that name holds; {@code Schema.field} before {@code field}. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("accessToken", "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlcyI6WyJTVFVERU5UIl19.c2lnbmF0dXJl"),
            Map.entry("action", "review-decided"),
            Map.entry("actor", "MANAGER:stf_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("advice", "请正对镜头，头部端正，两边耳朵露出一样多。"),
            Map.entry("answer", "已核实，照片无误。"),
            Map.entry("archiveUrl", "/api/v1/school/deliveries/dlv_3F8ZQ1V7KX2M9T4B6C0D/archive"),
            Map.entry("batch", "2026春季"),
            Map.entry("backgroundColours", "#FFFFFF"),
            Map.entry("body", "您在2026届毕业生图像采集提交的照片已通过审核。请留意图像信息核对通知。"),
            Map.entry("campaignName", "2026届毕业生图像采集"),
            Map.entry("carrier", "顺丰速运"),
            Map.entry("clientSecret", "q3Xn0bW2tY8uK5rE7vC1mZ4pL6sD9fGh"),
            Map.entry("closesAt", "2026-05-20T18:00:00+08:00"),
            Map.entry("code", "493027"),
            Map.entry("conclusion", "同一人"),
            Map.entry("conclusionText", "同一人"),
            Map.entry("consentVersion", "2026-11"),
            Map.entry("currency", "CNY"),
            Map.entry("detail", "capture cap_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("device", "WeChat 8.0 Android"),
            Map.entry("displayName", "李审核"),
            Map.entry("en", "same person"),
            Map.entry("enrolmentNo", "102842022000001"),
            Map.entry("faults", "pay_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("featureCode", "aB3d"),
            Map.entry("gateway", "sandbox"),
            Map.entry("key", "mJ0xkq5mW3v8dP1cYb7Zt2hNf9sLr4aUe6iGoKTQwXE"),
            Map.entry("kid", "unit-2026"),
            Map.entry("label", "同一人"),
            Map.entry("labelText", "同一人"),
            Map.entry("lastFour", "123X"),
            Map.entry("lastFailure", "the authority did not answer in time"),
            Map.entry("level", "本科"),
            Map.entry("major", "计算机科学与技术"),
            Map.entry("makeUpClosesAt", "2026-06-10T18:00:00+08:00"),
            Map.entry("makeUpOpensAt", "2026-06-01T09:00:00+08:00"),
            Map.entry("maskedIdNumber", "3201**************"),
            Map.entry("maskedName", "张**"),
            Map.entry("mode", "full"),
            Map.entry("name", "2026届毕业生图像采集"),
            Map.entry("newPassword", "correct horse 42"),
            Map.entry("next", "MjAyNi0wNC0yMFQwMjowMDowMFp8Y2FwXzNGOFo"),
            Map.entry("nextCursor", "MjAyNi0wNC0yMFQwMjowMDowMFp8Y2FwXzNGOFo"),
            Map.entry("note", "头部略有倾斜"),
            Map.entry("open", "以下项目系统无法自动判断，将由审核人员查看：双肩、背景阴影。"),
            Map.entry("oneTimePassword", "7kqm-w3xv-2hnd"),
            Map.entry("originalUrl", "/api/v1/review/reviews/rev_3F8ZQ1V7KX2M9T4B6C0D/original"),
            Map.entry("password", "correct horse battery"),
            Map.entry("phone", "13812345678"),
            Map.entry("photoProfile", "graduation-2017"),
            Map.entry(
                    "pictureUrl",
                    "/api/v1/student/captures/cap_3F8ZQ1V7KX2M9T4B6C0D/photos/pho_3F8ZQ1V7KX2M9T4B6C0D/picture"),
            Map.entry("problem", "claim-lapsed"),
            Map.entry("profile", "graduation-2017"),
            Map.entry("reason", "学生申请退款"),
            Map.entry("reasons", "pose"),
            Map.entry("recipient", "张三"),
            Map.entry("refreshToken", "ses_3F8ZQ1V7KX2M9T4B6C0D.q3Xn0bW2tY8uK5rE7vC1mZ4p"),
            Map.entry("region", "江苏省南京市鼓楼区"),
            Map.entry("resolutionNote", "专业名称已更正"),
            Map.entry("rule", "head-straight"),
            Map.entry("schoolCode", "10284"),
            Map.entry("schoolName", "南京大学"),
            Map.entry("secret", "q3Xn0bW2tY8uK5rE7vC1mZ4pL6sD9fGh"),
            Map.entry("since", "MjAyNi0wNC0yMFQwMjowMDowMFp8Y2FwXzNGOFo"),
            Map.entry("source", "国办发明电〔2025〕7号"),
            Map.entry("street", "汉口路22号"),
            Map.entry("studentNo", "B22000001"),
            Map.entry("studentUniqueNo", "SU000000000001"),
            Map.entry("subject", "cap_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("title", "照片已通过审核"),
            Map.entry("tokenType", "Bearer"),
            Map.entry("trackingNo", "SF1234567890123"),
            Map.entry("type", "submit-refund"),
            Map.entry("unit", "px"),
            Map.entry("uploadUrl", "/api/v1/student/uploads/q3Xn0bW2tY8uK5rE7vC1mZ4pL6sD9fGh"),
            Map.entry("version", "2026-11"),
            Map.entry("words", "照片与本人不符"),
            Map.entry("zh", "同一人"),
            Map.entry("evidence", "evi_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("hint", "选白墙前 1 米处、光线均匀的地方，请他人用后置摄像头拍摄。"),
            Map.entry("limit", "50..110"),
            Map.entry("onRejection", "退款"),
            Map.entry("payWhen", "拍摄前付款"),
            Map.entry("proofreadingSilence", "逾期视为无误"),
            Map.entry("receiptNo", "rcp_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("status", "IN_REVIEW"),
            Map.entry("subjectNo", "ord_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("CampaignViewTermTexts.alreadyCaptured", "已采集者不可重拍"),
            Map.entry("CampaignViewTermTexts.mode", "现场采集"),
            Map.entry("CaptureLineView.statusText", "待上传"),
            Map.entry("CaptureStepView.cause", "bound"),
            Map.entry("CaptureStepView.statusText", "待上传"),
            Map.entry("CaptureView.status", "VERIFIED"),
            Map.entry("ComplaintView.title", "头部没有摆正，可能有侧转、抬头或低头。"),
            Map.entry("ConsentNoticeView.text", "为采集毕业图像，我们将处理您的人脸图像和图像采集码中的身份信息……"),
            Map.entry("NextStepView.code", "SHOOT"),
            Map.entry("NextStepView.title", "拍摄照片"),
            Map.entry("OnSiteNoticeView.text", "为采集毕业图像，我们将处理您的人脸图像和图像采集码中的身份信息……"),
            Map.entry("PaymentView.notKeptText", "重复支付"),
            Map.entry("PhotoReportLine.rule", "crown-position"),
            Map.entry("PhotoView.status", "CURRENT"),
            Map.entry("PhotoView.verdict", "REVIEW"),
            Map.entry("ReasonView.code", "pose"),
            Map.entry("ReasonView.text", "姿势不正、头部倾斜"),
            Map.entry("RejectionView.note", "请让他人帮忙拍摄，正对镜头。"),
            Map.entry("SandboxMessageView.channel", "SMS"),
            Map.entry("SandboxMessageView.deliveryNo", "mdl_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("SandboxMessageView.template", "SMS_CODE"),
            Map.entry("SandboxMessageView.text", "您的验证码是493027，5分钟内有效。如非本人操作请忽略，切勿告诉他人。"),
            Map.entry("SchoolStudentView.statusText", "待上传"),
            Map.entry("StepView.text", "待审核"),
            Map.entry("MessageView.template", "ACCEPTED"),
            Map.entry("TickView.template", "ACCEPTED"),
            Map.entry("AccountView.phone", "138****5678"),
            Map.entry("BulkDecisionBody.decision", "REJECT"),
            Map.entry("BulkOutcomeView.title", "领取已失效"),
            Map.entry("BulkOutcomeView.detail", "该照片的领取已到期或不属于您，请重新领取。"),
            Map.entry("CalendarYearBody.worked", "2026-01-04"),
            Map.entry("CalendarYearBodySpan.from", "2026-01-01"),
            Map.entry("CalendarYearBodySpan.to", "2026-01-03"),
            Map.entry("ConclusionLabel.code", "SAME"),
            Map.entry("PublicKeyView.crv", "P-256"),
            Map.entry("PublicKeyView.kty", "EC"),
            Map.entry("PublicKeyView.use", "sig"),
            Map.entry("PublicKeyView.x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"),
            Map.entry("PublicKeyView.y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"),
            Map.entry("CreateSchoolBody.code", "10284"),
            Map.entry("CreateSchoolBody.name", "南京大学"),
            Map.entry("CreateSchoolClientBody.name", "教务系统"),
            Map.entry("CreateStaffBody.name", "li.shenhe"),
            Map.entry("DecisionBody.decision", "REJECT"),
            Map.entry("FailedJobView.reason", "the authority did not answer in time"),
            Map.entry("HandedBackBody.note", "银行转账，回单 20270601-17"),
            Map.entry("LinkWeChatBody.code", "sandbox-alice"),
            Map.entry("OnSiteLookupBody.code", "eyJhbGciOiJkaXIiLCJraWQiOiJ1bml0LTIwMjYifQ..9rXq"),
            Map.entry("OpenCodeBody.text", "eyJhbGciOiJkaXIiLCJraWQiOiJ1bml0LTIwMjYifQ..9rXq"),
            Map.entry("PrepareDeliveryBody.folders", "STUDENT_NO_PREFIX"),
            Map.entry("ProblemBodyField.detail", "没有这个原因"),
            Map.entry("ProblemBodyField.pointer", "/reasons/0"),
            Map.entry("ProofreadingConfirmationBody.answer", "WRONG"),
            Map.entry("ProofreadingConfirmationBody.note", "照片中不是本人"),
            Map.entry("RejectReasonView.code", "pose"),
            Map.entry("RejectReasonView.text", "姿势不正、头部倾斜"),
            Map.entry("ReleaseLockBody.reason", "已核对学生本人和身份证"),
            Map.entry("RenameSchoolBody.name", "南京大学"),
            Map.entry("CampaignViewSchoolOfCampaign.code", "10284"),
            Map.entry("CampaignViewSchoolOfCampaign.name", "南京大学"),
            Map.entry("CampaignViewSchoolOfCampaign.no", "sch_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("ResolutionBody.note", "专业名称已更正"),
            Map.entry("SchoolView.code", "10284"),
            Map.entry("SchoolView.name", "南京大学"),
            Map.entry("SchoolClientView.name", "教务系统"),
            Map.entry("StaffSessionBody.name", "li.shenhe"),
            Map.entry("StaffView.name", "li.shenhe"),
            Map.entry("TickBody.templates", "ACCEPTED"),
            Map.entry("WeChatSessionBody.code", "sandbox-alice"));

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("callbackAfterSeconds", 0),
            Map.entry("disputeDays", 30),
            Map.entry("expiresIn", 600),
            Map.entry("minor", 1500),
            Map.entry("OrderView.paid", 0),
            Map.entry("OrderView.refunded", 0),
            Map.entry("OrderView.refunding", 0),
            Map.entry("PhotoReportLine.measured", 78),
            Map.entry("amountMinor", 1500),
            Map.entry("maxBytes", 10485760),
            Map.entry("profileVersion", 1),
            Map.entry("studentNoPrefix", 4),
            Map.entry("triesAllowed", 10),
            Map.entry("triesLeft", 9),
            Map.entry("year", 2026));

    /** What is true in no usual case; with it the example would tell another story. */
    private static final Set<String> FALSE =
            Set.of("doubtful", "evenIfOver", "fails", "hard", "onSite", "removePicture", "taken");

    /** Prefixes of public numbers, by the word that a field or schema begins with or holds. */
    private static final List<Map.Entry<String, String>> PREFIXES = List.of(
            Map.entry("proofreading", "prf"),
            Map.entry("checkcard", "prf"),
            Map.entry("schoolclient", "scl"),
            Map.entry("schoolstudent", "cap"),
            Map.entry("client", "scl"),
            Map.entry("campaign", "cmp"),
            Map.entry("capture", "cap"),
            Map.entry("photo", "pho"),
            Map.entry("opencode", "cod"),
            Map.entry("openedcode", "cod"),
            Map.entry("code", "cod"),
            Map.entry("order", "ord"),
            Map.entry("payment", "pay"),
            Map.entry("refund", "ref"),
            Map.entry("transaction", "txn"),
            Map.entry("package", "pkg"),
            Map.entry("conclusion", "ccl"),
            Map.entry("dispute", "dsp"),
            Map.entry("delivery", "dlv"),
            Map.entry("message", "msg"),
            Map.entry("audit", "aud"),
            Map.entry("failedjob", "fjb"),
            Map.entry("evidence", "evi"),
            Map.entry("shipment", "shp"),
            Map.entry("school", "sch"),
            Map.entry("session", "ses"),
            Map.entry("account", "acc"),
            Map.entry("staff", "stf"),
            Map.entry("reviewer", "stf"),
            Map.entry("reconciliation", "pay"),
            Map.entry("channel", "txn"),
            Map.entry("review", "rev"),
            Map.entry("bulk", "rev"));

    private final ObjectNode schemas;
    private final EnumWords words;

    Examples(ObjectNode schemas, EnumWords words) {
        this.schemas = schemas;
        this.words = words;
    }

    /** An example of that named schema. */
    JsonNode of(String name) {
        return value(schemas.get(name), name, name);
    }

    private JsonNode value(JsonNode schema, String owner, String field) {
        if (schema.has("example")) {
            return schema.get("example");
        }
        String own = TEXTS.get(owner + "." + field);
        if (own != null && !schema.path("type").asText().equals("array")) {
            return JSON.textNode(own);
        }
        String referred = referred(schema);
        if (!referred.isEmpty()) {
            JsonNode value = of(referred);
            Integer minor = referred.equals("Money") ? NUMBERS.get(owner + "." + field) : null;
            return minor == null ? value : ((ObjectNode) value.deepCopy()).put("minor", minor);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, owner);
            case "array" -> array(schema, owner, field);
            case "integer" -> number(schema, field);
            case "number" ->
                JSON.numberNode(NUMBERS.containsKey(owner + "." + field) ? NUMBERS.get(owner + "." + field) : 0.5);
            case "boolean" -> JSON.booleanNode(!FALSE.contains(field));
            default -> JSON.textNode(text(schema, owner, field));
        };
    }

    /** The schema that this one stands for; empty when it is one of its own. */
    private static String referred(JsonNode schema) {
        String reference = schema.has("allOf")
                ? schema.get("allOf").get(0).path("$ref").asText()
                : schema.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private ObjectNode object(JsonNode schema, String owner) {
        ObjectNode object = JSON.objectNode();
        if (schema.has("additionalProperties")) {
            return object.put("package", "prepay_id=pre_3F8ZQ1V7KX2M9T4B6C0D");
        }
        schema.path("properties")
                .properties()
                .forEach(p -> object.set(p.getKey(), value(p.getValue(), owner, p.getKey())));
        object.fieldNames().forEachRemaining(field -> {
            if (field.equals("text") || field.endsWith("Text")) {
                word(schema.get("properties"), object, field).ifPresent(word -> object.put(field, word));
            }
        });
        return object;
    }

    /** What is read of the constant beside that field. */
    private Optional<String> word(JsonNode properties, ObjectNode object, String field) {
        String constant = field.equals("text") ? "code" : field.substring(0, field.length() - "Text".length());
        Optional<String> word = words.of(
                referred(properties.path(constant)), object.path(constant).asText());
        if (word.isEmpty() && object.get(field).asText().equals(field)) {
            throw new IllegalStateException("the table does not say what is read in " + field + " of " + properties);
        }
        return word;
    }

    private ArrayNode array(JsonNode schema, String owner, String field) {
        return JSON.arrayNode().add(value(schema.get("items"), owner, field));
    }

    private static JsonNode number(JsonNode schema, String field) {
        int usual = NUMBERS.getOrDefault(field, 1);
        return JSON.numberNode(Math.max(usual, schema.path("minimum").asInt(0)));
    }

    private static String text(JsonNode schema, String owner, String field) {
        String known = TEXTS.get(field);
        if (known != null) {
            return known;
        }
        String format = schema.path("format").asText();
        if (format.equals("date-time")) {
            return "2026-04-20T10:00:00+08:00";
        }
        if (format.equals("date")) {
            return "2026-04-20";
        }
        if (field.equals("no")) {
            return prefix(owner) + "_3F8ZQ1V7KX2M9T4B6C0D";
        }
        if (field.endsWith("No")) {
            return prefix(field) + "_3F8ZQ1V7KX2M9T4B6C0D";
        }
        return field;
    }

    private static String prefix(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PREFIXES.stream()
                .filter(p -> lower.contains(p.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("num");
    }
}
