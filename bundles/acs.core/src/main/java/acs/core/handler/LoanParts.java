// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.Settings;
import acs.api.circulation.Item;
import acs.api.circulation.Loan;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.sip2.Field;
import acs.sip2.Message;
import java.time.ZonedDateTime;

/** The parts that the answers about loans (12, 30) have in common; each has its own order of them. */
final class LoanParts {
    private LoanParts() {}

    /** AJ of a refusal: the title, where the item is known. */
    static String title(Refused<?> refused) {
        return refused.item().map(Item::title).orElse("");
    }

    /** AH: for machines, or for people where the login wants that. */
    static String due(Visit visit, ZonedDateTime due) {
        Wording wording = visit.wording();
        return visit.account().settings().isOn("format_due_date") ? wording.moment(due) : wording.stamp(due);
    }

    /** Whether the security strip is switched off: the login can name types and categories that stay in the house. */
    static boolean leaves(Visit visit, Loan loan) {
        Settings settings = visit.account().settings();
        String category = visit.patron().map(Patron::category).orElse("");
        return loan.desensitize()
                && !settings.list("inhouse_item_types", ',')
                        .contains(loan.item().type())
                && !settings.list("inhouse_patron_categories", ',').contains(category);
    }

    /** CK, CH and CI. */
    static void addItem(Message.Builder answer, Item item) {
        answer.with(Field.CK, item.media().code()).withIfPresent(Field.CH, item.properties());
        if (item.securityInhibit()) {
            answer.with(Field.CI, "Y");
        }
    }

    /** BL of a refusal: nothing, where nobody was asked for the patron. */
    static void addValidPatron(Message.Builder answer, Visit visit, Refused<?> refused) {
        switch (refused.reason()) {
            case PATRON_UNKNOWN -> answer.with(Field.BL, "N");
            default -> visit.patron().ifPresent(known -> answer.with(Field.BL, "Y"));
        }
    }
}
