// SPDX-License-Identifier: Apache-2.0
package acs.api;

/**
 * What an institution lets its terminals do, and what it promises them (message 98).
 *
 * @param checkin whether 09 is served
 * @param checkout whether 11 is served
 * @param renewal whether 29, 65 and renewal through 11 are served
 * @param statusUpdate whether 01 and 25 are served
 * @param offline whether transactions stored by a terminal while off-line (no block) are taken
 * @param timeoutTenths how long a terminal should wait for an answer, in tenths of a second: 0..999, 999 = unknown
 * @param retries how often a terminal may repeat a message: 0..999, 999 = unknown
 */
public record Policy(
        boolean checkin,
        boolean checkout,
        boolean renewal,
        boolean statusUpdate,
        boolean offline,
        int timeoutTenths,
        int retries) {

    public Policy {
        if (timeoutTenths < 0 || timeoutTenths > 999) {
            throw new IllegalArgumentException("timeout: " + timeoutTenths + " (expected: 0..999 tenths of a second)");
        }
        if (retries < 0 || retries > 999) {
            throw new IllegalArgumentException("retries: " + retries + " (expected: 0..999)");
        }
    }
}
