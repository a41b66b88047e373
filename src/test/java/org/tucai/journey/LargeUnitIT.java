package org.tucai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.School;
import org.tucai.testing.CampaignFixtures;
import org.tucai.testing.Http;
import org.tucai.testing.People;
import org.tucai.testing.Rows;
import org.tucai.testing.TucaiTest;

/** The cost of a page in a large database: rows come from an index, without scanning or sorting the whole table. */
@TucaiTest
class LargeUnitIT {
    private static final int MANY = 10_000;
    private static final String DIGIT =
            "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                    + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    /** A table of {@link #MANY} numbers n. */
    private static final String NUMBERS = "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM " + DIGIT
            + " a JOIN " + DIGIT + " b JOIN " + DIGIT + " c JOIN " + DIGIT + " e) numbers";

    private final Http http;
    private final People people;
    private final CampaignFixtures campaigns;
    private final Rows rows;
    private School school;
    private Campaign campaign;

    LargeUnitIT(Http http, People people, CampaignFixtures campaigns, Rows rows) {
        this.http = http;
        this.people = people;
        this.campaigns = campaigns;
        this.rows = rows;
    }

    @BeforeEach
    void aLargeUnit() {
        school = campaigns.aSchool();
        campaign = campaigns.anOpenCampaign(school, t -> {});
        many(
                "capture",
                Map.of(
                        "account_no",
                        "'acc_1'",
                        "school_no",
                        "'" + school.no() + "'",
                        "status",
                        "'VERIFIED'",
                        "tries_used",
                        "1",
                        "conclusion",
                        "'同一人'",
                        "photo_no",
                        "CONCAT('pho_', n)",
                        "accepted_at",
                        at(),
                        "created_at",
                        at(),
                        "changed_at",
                        at(),
                        "version",
                        "0"));
        many(
                "photo_package",
                Map.of(
                        "capture_no",
                        "CONCAT('cap_', n)",
                        "photo_no",
                        "CONCAT('pho_', n)",
                        "status",
                        "'ACKNOWLEDGED'",
                        "created_at",
                        at(),
                        "tries",
                        "1",
                        "version",
                        "0"),
                "pkg_",
                false);
        many(
                "conclusion",
                Map.of(
                        "message_no",
                        "n",
                        "package_no",
                        "n",
                        "label",
                        "IF(n % 2 = 0, '同一人', '非同一人')",
                        "concluded_at",
                        at(),
                        "source",
                        "'CALLBACK'",
                        "status",
                        "IF(n % 2 = 0, 'UNMATCHED', 'APPLIED')",
                        "received_at",
                        at(),
                        "version",
                        "0"),
                "con_",
                false);
        many(
                "proofreading",
                Map.ofEntries(
                        Map.entry("capture_no", "CONCAT('cap_', n)"),
                        Map.entry("photo_no", "n"),
                        Map.entry("account_no", "'acc_1'"),
                        Map.entry("status", "'CONFIRMED'"),
                        Map.entry("rounds", "1"),
                        Map.entry("opened_at", at()),
                        Map.entry("asked_at", at()),
                        Map.entry("due_at", at()),
                        Map.entry("provisional", "FALSE"),
                        Map.entry("version", "0")));
        many(
                "purchase_order",
                Map.ofEntries(
                        Map.entry("account_no", "'acc_1'"),
                        Map.entry("capture_no", "n"),
                        Map.entry("status", "'PAID'"),
                        Map.entry("total_minor", "0"),
                        Map.entry("paid_minor", "0"),
                        Map.entry("refund_asked_minor", "0"),
                        Map.entry("refunded_minor", "0"),
                        Map.entry("placed_at", at()),
                        Map.entry("pay_by", at()),
                        Map.entry("version", "0")));
        many(
                "payment",
                Map.ofEntries(
                        Map.entry("subject_no", "n"),
                        Map.entry("payer_no", "'acc_1'"),
                        Map.entry("gateway", "'sandbox'"),
                        Map.entry("transaction_no", "4200000000 + n"),
                        Map.entry("description", "''"),
                        Map.entry("amount_minor", "1"),
                        Map.entry("currency", "'CNY'"),
                        Map.entry("status", "'SUCCEEDED'"),
                        Map.entry("paid_minor", "1"),
                        Map.entry("refund_asked_minor", "0"),
                        Map.entry("refunded_minor", "0"),
                        Map.entry("refund_count", "0"),
                        Map.entry("created_at", at()),
                        Map.entry("expires_at", at()),
                        Map.entry("version", "0")),
                "pay_",
                false);
        many(
                "refund",
                Map.ofEntries(
                        Map.entry("payment_no", "CONCAT('pay_', n)"),
                        Map.entry("subject_no", "n"),
                        Map.entry("amount_minor", "1"),
                        Map.entry("reason", "''"),
                        Map.entry("requested_by", "'SYSTEM:-'"),
                        Map.entry("status", "'SUCCEEDED'"),
                        Map.entry("requested_at", at()),
                        Map.entry("submit_at", at()),
                        Map.entry("checked_at", "'2025-01-01' + INTERVAL 7919 * n % 10007 SECOND"),
                        Map.entry("version", "0")),
                "ref_",
                false);
        many(
                "print_shipment",
                Map.of(
                        "order_no",
                        "CONCAT('ord_', n)",
                        "capture_no",
                        "CONCAT('cap_', n)",
                        "status",
                        "'DELIVERED'",
                        "prints",
                        "1",
                        "created_at",
                        at(),
                        "version",
                        "0"));
        many(
                "review",
                Map.ofEntries(
                        Map.entry("capture_no", "CONCAT('cap_', n)"),
                        Map.entry("photo_no", "n"),
                        Map.entry("live_capture", "CONCAT('cap_', n)"),
                        Map.entry("on_site", "FALSE"),
                        Map.entry("status", "'WAITING'"),
                        Map.entry("stage", "1"),
                        Map.entry("submitted_at", at()),
                        Map.entry("due_at", at()),
                        Map.entry("due_day", "'2025-01-01'"),
                        Map.entry("provisional", "FALSE"),
                        Map.entry("overdue", "FALSE"),
                        Map.entry("version", "0")));
        many(
                "dispute",
                Map.of(
                        "school_no",
                        "'" + school.no() + "'",
                        "capture_no",
                        "n",
                        "photo_no",
                        "n",
                        "status",
                        "'RESOLVED'",
                        "opened_at",
                        at(),
                        "version",
                        "0"),
                "dsp_",
                false);
        rows.of(
                "ANALYZE TABLE dispute, capture, photo_package, conclusion, proofreading, purchase_order, payment, refund, print_shipment, review");
    }

    private void many(String table, Map<String, String> columns) {
        many(table, columns, table.substring(0, 3) + "_", true);
    }

    /** Inserts rows with numbers of their own, in the campaign where the table has that column. */
    private void many(String table, Map<String, String> columns, String prefix, boolean inCampaign) {
        List<String> names = List.copyOf(columns.keySet());
        rows.change("INSERT INTO " + table + " (no, " + (inCampaign ? "campaign_no, " : "") + String.join(", ", names)
                + ") SELECT CONCAT('" + prefix + "', n), " + (inCampaign ? "'" + campaign.no() + "', " : "")
                + String.join(", ", names.stream().map(columns::get).toList()) + " FROM " + NUMBERS);
    }

    private static String at() {
        return "'2025-01-01' + INTERVAL n SECOND";
    }

    @Test
    void aPageOfALargeListIsReadFromAnIndex() {
        Http manager = http.as(people.aManager());
        Http client = http.as(people.aSchoolClient(school.no()));
        String other =
                campaigns.anOpenCampaign(school, t -> t.featureCode = "zZ9z").no();
        SoftAssertions all = new SoftAssertions();

        List.of(
                        "captures",
                        "captures?status=EXPIRED",
                        "captures?campaignNo=" + campaign.no(),
                        "captures?campaignNo=" + other,
                        "orders?status=REFUNDING",
                        "orders?campaignNo=" + campaign.no(),
                        "orders?campaignNo=" + other,
                        "payments?attention=true",
                        "payments?transactionNo=4200009999",
                        "refunds?attention=true",
                        "refunds?status=SUCCEEDED",
                        "refunds?status=ABNORMAL",
                        "packages?status=CANCELLED",
                        "package-line",
                        "proofreadings?campaignNo=" + other,
                        "proofreadings?status=OPEN",
                        "proofreadings?campaignNo=" + campaign.no() + "&status=CONFIRMED",
                        "shipments?campaignNo=" + other,
                        "disputes?status=OPEN",
                        "disputes?schoolNo=" + campaigns.aSchool().no(),
                        "conclusions?label=" + encoded("可能同一人") + "&status=UNMATCHED",
                        "conclusions?status=UNMATCHED")
                .forEach(page -> all.assertThat(readBy(manager, "/api/v1/admin/" + page))
                        .as("rows read for " + page)
                        .isLessThan(MANY / 20));
        List.of("", "?status=OPEN", "?status=RESOLVED")
                .forEach(filter -> all.assertThat(readBy(client, "/api/v1/school/disputes" + filter))
                        .as("rows read for the disputes " + filter)
                        .isLessThan(MANY / 20));
        List.of("DONE", "UNDER_WAY", "REJECTED", "DOUBTFUL", "ENDED")
                .forEach(list -> all.assertThat(readBy(client, "/api/v1/school/students?list=" + list))
                        .as("rows read for the list " + list)
                        .isLessThan(MANY / 20));

        all.assertAll();
    }

    @Test
    void aDeliveryIsPreparedWithoutReadingTheWholeTable() {
        Http client = http.as(people.aSchoolClient(school.no()));
        long before = rows.read();

        client.post("/api/v1/school/deliveries", Map.of("names", "STUDENT_NO", "folders", "NONE", "limit", 20))
                .expect(201);

        assertThat(rows.read() - before).isLessThan(MANY / 20);
    }

    private long readBy(Http who, String path) {
        long before = rows.read();
        who.get(path).expect(200);
        return rows.read() - before;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
