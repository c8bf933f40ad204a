// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.Optional;

/** What a fee is for (fee type, BT, codes 01 to 09). */
public enum FeeType {
    OTHER("01"),
    ADMINISTRATIVE("02"),
    DAMAGE("03"),
    OVERDUE("04"),
    PROCESSING("05"),
    RENTAL("06"),
    REPLACEMENT("07"),
    COMPUTER_ACCESS("08"),
    HOLD("09");

    private final String code;

    FeeType(String code) {
        this.code = code;
    }

    /** The type of a two-digit code; empty for any other text. */
    public static Optional<FeeType> of(String code) {
        for (FeeType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Two digits. */
    public String code() {
        return code;
    }
}
