package org.tucai.platform.problem;

import java.util.Arrays;
import java.util.List;

/** The problems that belong to no feature: the HTTP framework's own refusals and what all features share. */
public enum PlatformProblem implements Problem {
    /** The body or a parameter is not what the operation takes. */
    MALFORMED_REQUEST(
            400,
            "请求格式不正确",
            "请求无法解析，请检查后重试。JSON 须为一个完整的 UTF-8 文档，其后不能有其他内容。",
            "Malformed request",
            "The request could not be read. Check it and try again; JSON must be one complete document in UTF-8 with"
                    + " nothing after it."),
    /** The body does not unpack: the client's fault, or that of a proxy on the way. */
    ENCODING_SPOILED(
            400,
            "无法解压",
            "请求内容无法按 Content-Encoding 解压，可能已损坏或并未压缩。请重新压缩，或不压缩直接发送。",
            "Cannot be decompressed",
            "The body cannot be decompressed as its Content-Encoding says: it may be damaged, or not compressed."
                    + " Compress it again, or send it uncompressed."),
    /** No valid token. */
    UNAUTHENTICATED(
            401,
            "请先登录",
            "尚未登录或登录已失效，请登录后重试。",
            "Not signed in",
            "You are not signed in, or your session has ended. Sign in and try again."),
    /** A valid token of a role that may not do this. */
    FORBIDDEN(
            403,
            "没有权限",
            "当前账号无权进行此操作，请换用有权限的账号登录。",
            "Not allowed",
            "This account does not have permission to do this. Sign in with one that does."),
    /** A browser's page from elsewhere asks under a name of this machine, or one that the unit's settings do not allow. */
    ORIGIN_REFUSED(
            403,
            "页面来源不被允许",
            "不接受来自其他网站页面的请求。若经由代理访问，请让代理原样传递 Host 请求头。",
            "Origin refused",
            "Requests from the pages of other websites are not accepted. If you use a proxy, let it pass on the Host"
                    + " header unchanged."),
    /** Absent, or not yours: both look the same. */
    NOT_FOUND(
            404,
            "未找到",
            "内容不存在或不属于您，请返回首页刷新后再试。",
            "Not found",
            "This does not exist, or is not yours. Go back to the home page, refresh and try again."),
    METHOD_NOT_ALLOWED(
            405,
            "方法不支持",
            "此地址不支持该请求方法，可用的方法见响应头 Allow。",
            "Method not allowed",
            "This address does not support this method; see the Allow header for those it does."),
    NOT_ACCEPTABLE(
            406,
            "无法提供该格式",
            "无法以 Accept 所要求的格式返回，请使用接口文档（/docs）所列的格式。",
            "Not acceptable",
            "The response is not available in a format that Accept names. Use one listed in the API documentation"
                    + " (/docs)."),
    /** Somebody else changed the same thing in between. */
    CHANGED_MEANWHILE(
            409,
            "内容已被修改",
            "内容刚刚被修改，请刷新后重试。",
            "Changed in the meantime",
            "This has just been changed. Refresh and try again."),
    /** The Idempotency-Key was used with another body. */
    IDEMPOTENCY_KEY_REUSED(
            409,
            "幂等键已使用",
            "该 Idempotency-Key 已用于不同的请求，新的请求请换一个。",
            "Idempotency key reused",
            "This Idempotency-Key was used for a different request. Use a new key."),
    /** The first request with this Idempotency-Key still runs. */
    REQUEST_IN_PROGRESS(
            409,
            "请求处理中",
            "相同的请求正在处理，请稍后再试。",
            "Request in progress",
            "The same request is still being processed. Try again shortly."),
    /** Nobody here can do the failed job; {0}: its type. */
    JOB_TYPE_UNKNOWN(
            409,
            "没有可执行此任务的功能",
            "当前运行的服务没有处理 {0} 任务的功能，它可能已被关闭或移除（如未以沙盒模式启动）。启用该功能后可重新执行。",
            "Nothing runs such jobs",
            "The running server has no part that handles {0} jobs; it may be switched off or removed (for example,"
                    + " when started without --sandbox). Retry the job once that part is back."),
    IDEMPOTENCY_KEY_MISSING(
            400,
            "缺少幂等键",
            "此操作需要 Idempotency-Key 请求头（1-64 个字符）。",
            "Idempotency key missing",
            "This operation requires an Idempotency-Key header (1-64 characters)."),
    /** If-Match names another version. */
    PRECONDITION_FAILED(
            412,
            "版本不一致",
            "内容已被他人修改，请刷新后再改。",
            "Precondition failed",
            "This was changed since you read it. Refresh before changing it."),
    PRECONDITION_REQUIRED(
            428,
            "缺少版本",
            "修改时需要 If-Match 请求头，其值为读取时得到的 ETag。",
            "Precondition required",
            "Changes require an If-Match header with the ETag you read."),
    /** The body, the address or the headers. */
    PAYLOAD_TOO_LARGE(
            413,
            "内容过大",
            "上传的图片或文件不能超过 10 MB，请压缩或换一个后重新上传。（其他请求须注明长度且不超过 64 KB；地址不超过 4 KB，请求头合计不超过 8 KB。）",
            "Too large",
            "Pictures and files may have at most 10 MB. Compress the file or choose another. (Any other request must"
                    + " state its length and have at most 64 KB; the address at most 4 KB, all headers together 8"
                    + " KB.)"),
    /** Of the body; {0}: the types that the address takes. */
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "类型不支持",
            "此处不能上传这种类型的文件或内容，请换用（Content-Type）：{0}。",
            "Unsupported media type",
            "Files or content of this type are not accepted here. Send one of these (Content-Type): {0}."),
    /** How the body is packed. */
    UNSUPPORTED_ENCODING(
            415,
            "压缩方式不支持",
            "不支持该压缩方式（Content-Encoding），只支持 gzip 和 deflate；也可以不压缩直接发送。",
            "Unsupported encoding",
            "This Content-Encoding is not supported. Compress the body with gzip or deflate, or send it uncompressed."),
    /** Fields break their limits; {@code errors} says which. */
    INVALID_FIELDS(
            422, "填写有误", "部分内容填写有误，请按提示修改。", "Invalid fields", "Some fields are not valid. Correct them as indicated."),
    TOO_MANY_REQUESTS(429, "操作过于频繁", "操作过于频繁，请稍后再试。", "Too many requests", "Too many requests. Try again shortly."),
    INTERNAL_ERROR(
            500,
            "系统错误",
            "系统出现错误，请稍后再试；如仍有问题请提供请求编号。",
            "Internal error",
            "Something went wrong. Try again in a moment; if it persists, report the request ID."),
    /** Asking again does not help: a person has to put the file back. */
    STORED_FILE_DAMAGED(
            500,
            "文件已损坏",
            "该文件在服务器上已损坏，重试也无法打开。请联系采集单位的管理员从备份恢复；不能恢复的照片需要重新拍摄。",
            "Stored file damaged",
            "This file is damaged on the server, and retrying does not help. Ask the manager of the collection unit"
                    + " to restore it from the backup; a photo that cannot be restored has to be taken again."),
    /** Personal data in a row does not open: the row is damaged, or the key file lacks its key. */
    STORED_DATA_UNREADABLE(
            500,
            "数据无法读取",
            "服务器上保存的这条数据已损坏或缺少密钥，重试也无法打开。请联系采集单位的管理员从备份恢复。",
            "Stored data unreadable",
            "This record is damaged on the server, or its key is missing, and retrying does not help. Ask the manager of the"
                    + " collection unit to restore it from the backup."),
    /** Database or store is away for the moment. */
    TEMPORARILY_UNAVAILABLE(
            503,
            "服务暂不可用",
            "服务暂时不可用，请稍后重试，您的数据不会丢失。",
            "Temporarily unavailable",
            "The service is temporarily unavailable. Try again in a moment; no data is lost."),
    /** The image store has no room. */
    STORE_FULL(
            507,
            "存储空间不足",
            "存储空间不足，请稍后重试。",
            "Storage full",
            "There is no storage space left at the moment. Try again later.");

    private final Answer answer;

    PlatformProblem(int status, String titleZh, String detailZh, String titleEn, String detailEn) {
        answer = new Answer(status, titleZh, detailZh, titleEn, detailEn);
    }

    @Override
    public Answer answer() {
        return answer;
    }

    /** The problem meant by a bare status, the first of several; 4xx without one of its own is a malformed request, 5xx an internal error. */
    static PlatformProblem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(p -> p.status() == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }

    /** The refusal for something absent or not the caller's. */
    public static ProblemException notFound() {
        return new ProblemException(NOT_FOUND);
    }

    /** The refusal of a request with these fields at fault. */
    public static ProblemException invalidFields(List<FieldError> errors) {
        return ProblemException.atFields(INVALID_FIELDS, errors);
    }
}
