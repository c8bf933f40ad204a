// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * What the operator decided.
 *
 * @param url of the database, as JDBC knows it
 * @param user of the database; may be empty
 * @param password of that user; may be empty
 * @param poolSize how many connections to the database there are at most
 * @param pinCost of bcrypt, 4..20: one more doubles the time that a guess costs
 * @param pinMemory how long a PIN found right is remembered; zero = never
 * @param backdate how far back a terminal may date a return
 * @param cancel for how long a loan or return can be taken back
 * @param demo the files that an empty database is filled with
 * @param zone of dates in those files
 * @param currency of amounts in those files
 * @param preferences by the names that Koha gives them
 */
record IlsSettings(
        String url,
        String user,
        String password,
        int poolSize,
        int pinCost,
        Duration pinMemory,
        Duration backdate,
        Duration cancel,
        Optional<Path> demo,
        ZoneId zone,
        Currency currency,
        Settings preferences) {

    IlsSettings {
        if (poolSize < 1 || poolSize > 1000) {
            throw new IllegalArgumentException("pool_size: " + poolSize + " (expected: 1..1000)");
        }
        if (pinCost < 4 || pinCost > 20) {
            throw new IllegalArgumentException("pin_cost: " + pinCost + " (expected: 4..20)");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "IlsSettings[" + url + "]";
    }
}
