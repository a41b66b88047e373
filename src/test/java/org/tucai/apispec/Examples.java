package org.tucai.apispec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An example for every schema, put together from one table of what fields look like. */
final class Examples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What a field of that name holds; {@code Schema.field} before {@code field}. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("accessToken", "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlcyI6WyJTVFVERU5UIl19.c2lnbmF0dXJl"),
            Map.entry("action", "review-decided"),
            Map.entry("actor", "MANAGER:stf_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("advice", "请正对镜头，保持头部端正。"),
            Map.entry("answer", "已核实，照片无误。"),
            Map.entry("archiveUrl", "/api/v1/school/deliveries/dlv_3F8ZQ1V7KX2M9T4B6C0D/archive"),
            Map.entry("batch", "2026春季"),
            Map.entry("backgroundColours", "#FFFFFF"),
            Map.entry("body", "您的毕业图像已审核合格。"),
            Map.entry("campaignName", "2026届毕业生图像采集"),
            Map.entry("carrier", "顺丰速运"),
            Map.entry("clientSecret", "q3Xn0bW2tY8uK5rE7vC1mZ4pL6sD9fGh"),
            Map.entry("closesAt", "2026-05-20T18:00:00+08:00"),
            Map.entry("code", "493027"),
            Map.entry("conclusion", "同一人"),
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
            Map.entry("text", "照片已提交，等待审核"),
            Map.entry("title", "审核结果"),
            Map.entry("tokenType", "Bearer"),
            Map.entry("trackingNo", "SF1234567890123"),
            Map.entry("type", "submit-refund"),
            Map.entry("unit", "px"),
            Map.entry("uploadUrl", "/api/v1/student/uploads/q3Xn0bW2tY8uK5rE7vC1mZ4pL6sD9fGh"),
            Map.entry("version", "2026-11"),
            Map.entry("words", "照片与本人不符"),
            Map.entry("zh", "同一人"),
            Map.entry("alreadyCaptured", "不可重复拍摄"),
            Map.entry("evidence", "evi_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("hint", "选白墙前 1 米处、光线均匀的地方拍摄。"),
            Map.entry("limit", "50..110"),
            Map.entry("onRejection", "不合格退款"),
            Map.entry("payWhen", "拍摄后支付"),
            Map.entry("proofreadingSilence", "逾期保持待校对"),
            Map.entry("receiptNo", "rcp_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("status", "IN_REVIEW"),
            Map.entry("subjectNo", "ord_3F8ZQ1V7KX2M9T4B6C0D"),
            Map.entry("AccountView.phone", "138****5678"),
            Map.entry("BulkDecisionBody.decision", "REJECT"),
            Map.entry("BulkOutcomeView.title", "领取已失效"),
            Map.entry("BulkOutcomeView.detail", "该照片的领取已到期或不属于您，请重新领取。"),
            Map.entry("CalendarYearBody.worked", "2026-01-04"),
            Map.entry("CalendarYearBodySpan.from", "2026-01-01"),
            Map.entry("CalendarYearBodySpan.to", "2026-01-03"),
            Map.entry("ConclusionLabel.code", "SAME"),
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
            Map.entry("amountMinor", 1500),
            Map.entry("maxBytes", 10485760),
            Map.entry("profileVersion", 1),
            Map.entry("studentNoPrefix", 4),
            Map.entry("triesAllowed", 10),
            Map.entry("triesLeft", 9),
            Map.entry("year", 2026));

    /** What is true in no usual case; with it the example would tell another story. */
    private static final Set<String> FALSE = Set.of("doubtful", "evenIfOver", "fails", "removePicture", "taken");

    /** Prefixes of public numbers, by the word that a field or schema begins with or holds. */
    private static final List<Map.Entry<String, String>> PREFIXES = List.of(
            Map.entry("proofreading", "prf"),
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
            Map.entry("review", "rev"),
            Map.entry("bulk", "rev"));

    private final ObjectNode schemas;

    Examples(ObjectNode schemas) {
        this.schemas = schemas;
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
        if (schema.has("$ref") || schema.has("allOf")) {
            String reference = schema.has("$ref")
                    ? schema.get("$ref").asText()
                    : schema.get("allOf").get(0).get("$ref").asText();
            return of(reference.substring(reference.lastIndexOf('/') + 1));
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, owner);
            case "array" -> array(schema, owner, field);
            case "integer" -> number(schema, field);
            case "number" -> JSON.numberNode(0.5);
            case "boolean" -> JSON.booleanNode(!FALSE.contains(field));
            default -> JSON.textNode(text(schema, owner, field));
        };
    }

    private ObjectNode object(JsonNode schema, String owner) {
        ObjectNode object = JSON.objectNode();
        if (schema.has("additionalProperties")) {
            return object.put("package", "prepay_id=pre_3F8ZQ1V7KX2M9T4B6C0D");
        }
        schema.path("properties")
                .properties()
                .forEach(p -> object.set(p.getKey(), value(p.getValue(), owner, p.getKey())));
        return object;
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
        return field.endsWith("Text") ? "已提交" : field;
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
