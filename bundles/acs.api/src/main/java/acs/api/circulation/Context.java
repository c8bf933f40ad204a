// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import acs.api.Account;
import acs.api.Institution;
import acs.api.Language;
import java.time.ZonedDateTime;

/**
 * Who asks, for which institution, and when.
 *
 * @param institution that is to answer
 * @param account of the terminal that asks; its location is where it stands
 * @param language the patron should be answered in
 * @param at the moment of the request on the server's clock, in the institution's zone
 */
public record Context(Institution institution, Account account, Language language, ZonedDateTime at) {}
