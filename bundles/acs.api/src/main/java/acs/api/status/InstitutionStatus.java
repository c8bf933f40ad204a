// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

import acs.api.Institution;
import acs.api.circulation.Diagnosis;
import java.util.List;

/**
 * An institution at work.
 *
 * @param institution as configured
 * @param served whether an implementation is there that can answer
 * @param provider the bundle that answers, name and version; empty if none does
 * @param diagnosis what the implementation says of itself
 * @param running how many calls it is answering at this moment
 * @param swaps the last times that another bundle took over, the latest first
 */
public record InstitutionStatus(
        Institution institution, boolean served, String provider, Diagnosis diagnosis, int running, List<Swap> swaps) {
    public InstitutionStatus {
        swaps = List.copyOf(swaps);
    }
}
