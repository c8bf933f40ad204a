// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;

/** What is thrown when another transaction was faster: {@link Database#write} does the work again then. */
final class Races {
    private static final String SERIALIZATION_FAILURE = "40001";

    private Races() {}

    static SQLException lost() {
        return new SQLException("another transaction was faster", SERIALIZATION_FAILURE);
    }
}
