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
                "account_no, school_no, status, tries_used, conclusion, photo_no, accepted_at, created_at, changed_at, version",
                "'acc_1', '" + school.no() + "', 'VERIFIED', 1, '同一人', CONCAT('pho_', n), at, at, at, 0");
        many(
                "photo_package",
                "capture_no, photo_no, status, created_at, tries, version",
                "CONCAT('cap_', n), CONCAT('pho_', n), 'ACKNOWLEDGED', at, 1, 0",
                "pkg_",
                false);
        many(
                "conclusion",
                "message_no, package_no, label, concluded_at, source, status, received_at, version",
                "n, n, IF(n % 2 = 0, '同一人', '非同一人'), at, 'CALLBACK', IF(n % 2 = 0, 'UNMATCHED', 'APPLIED'), at, 0",
                "con_",
                false);
        many(
                "proofreading",
                "capture_no, photo_no, account_no, status, rounds, opened_at, asked_at, due_at, provisional, version",
                "CONCAT('cap_', n), n, 'acc_1', 'CONFIRMED', 1, at, at, at, FALSE, 0");
        many(
                "purchase_order",
                "account_no, capture_no, status, total_minor, paid_minor, refund_asked_minor, refunded_minor, placed_at, pay_by, version",
                "'acc_1', n, 'PAID', 0, 0, 0, 0, at, at, 0");
        many(
                "payment",
                "subject_no, payer_no, gateway, transaction_no, description, amount_minor, currency, status, paid_minor, refund_asked_minor, refunded_minor, refund_count, created_at, expires_at, version",
                "n, 'acc_1', 'sandbox', 4200000000 + n, '', 1, 'CNY', 'SUCCEEDED', 1, 0, 0, 0, at, at, 0",
                "pay_",
                false);
        many(
                "refund",
                "payment_no, subject_no, amount_minor, reason, requested_by, status, requested_at, submit_at, checked_at, version",
                "CONCAT('pay_', n), n, 1, '', 'SYSTEM:-', 'SUCCEEDED', at, at, '2025-01-01' + INTERVAL 7919 * n % 10007 SECOND, 0",
                "ref_",
                false);
        many(
                "print_shipment",
                "order_no, capture_no, status, prints, created_at, version",
                "CONCAT('ord_', n), CONCAT('cap_', n), 'DELIVERED', 1, at, 0");
        many(
                "review",
                "capture_no, photo_no, live_capture, on_site, status, stage, submitted_at, due_at, due_day, provisional, overdue, version",
                "CONCAT('cap_', n), n, CONCAT('cap_', n), FALSE, 'WAITING', 1, at, at, '2025-01-01', FALSE, FALSE, 0");
        many(
                "dispute",
                "school_no, capture_no, photo_no, status, opened_at, version",
                "'" + school.no() + "', n, n, 'RESOLVED', at, 0",
                "dsp_",
                false);
        rows.of(
                "ANALYZE TABLE dispute, capture, photo_package, conclusion, proofreading, purchase_order, payment, refund, print_shipment, review");
    }

    private void many(String table, String columns, String values) {
        many(table, columns, values, table.substring(0, 3) + "_", true);
    }

    /** Inserts rows with numbers of their own, in the campaign where the table has that column. */
    private void many(String table, String columns, String values, String prefix, boolean inCampaign) {
        rows.change("INSERT INTO " + table + " (no, " + (inCampaign ? "campaign_no, " : "") + columns
                + ") SELECT CONCAT('" + prefix + "', n), " + (inCampaign ? "'" + campaign.no() + "', " : "") + values
                + " FROM (SELECT n, '2025-01-01' + INTERVAL n SECOND AS at FROM " + NUMBERS + ") numbered");
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
