package org.tucai.order.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.tucai.order.OrderProblem;
import org.tucai.order.PrintAddress;
import org.tucai.platform.privacy.PersonName;
import org.tucai.platform.privacy.PhoneNumber;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.web.PlainText;
import org.tucai.platform.web.TypedCharacters;

/**
 * Delivery address of prints.
 *
 * @param recipient 收件人
 * @param phone 手机号
 * @param region 省市区
 * @param street 详细地址
 */
@Serdeable
@Schema(name = "PrintAddressBody")
record AddressBody(
        @NotBlank @Size(max = 60) @PlainText @Schema(example = "王同学")
        String recipient,

        @NotBlank @Pattern(regexp = "1[3-9]\\d{9}") @Schema(example = "13800000000")
        String phone,

        @NotBlank @Size(min = 2, max = 60) @PlainText @Schema(example = "北京市海淀区")
        String region,

        @NotBlank @Size(min = 2, max = 120) @PlainText @Schema(example = "学院路1号3号楼201")
        String street) {
    public AddressBody {
        phone = TypedCharacters.mobile(phone);
    }

    PrintAddress toAddress() {
        try {
            return new PrintAddress(new PersonName(recipient), new PhoneNumber(phone), region, street);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(OrderProblem.ADDRESS_INVALID);
        }
    }

    static AddressBody of(PrintAddress address) {
        return new AddressBody(
                address.recipient().value(), address.phone().value(), address.region(), address.street());
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "AddressBody[**]";
    }
}
