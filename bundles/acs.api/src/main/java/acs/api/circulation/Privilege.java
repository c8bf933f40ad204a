// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/** What a patron may be denied (patron status, positions 0 to 3). */
public enum Privilege {
    LOAN,
    RENEWAL,
    RECALL,
    HOLD
}
