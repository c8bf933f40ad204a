// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.List;

/**
 * What became of all loans of a patron when all were to be renewed; together they are all loans.
 *
 * @param renewed those that were
 * @param unrenewed those that were not, unchanged
 */
public record RenewedLoans(List<Loan> renewed, List<Unrenewed> unrenewed) {

    /**
     * A loan that was not renewed.
     *
     * @param item the barcode
     * @param refusal why; its item need not be filled
     */
    public record Unrenewed(String item, Outcome.Refused<Loan> refusal) {}

    public RenewedLoans {
        renewed = List.copyOf(renewed);
        unrenewed = List.copyOf(unrenewed);
    }
}
