// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.implementation.ils.ReferenceData.ItemType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** Says when a loan has to be back: at the end of a day. */
final class DueDates {
    private final Desk desk;

    DueDates(Desk desk) {
        this.desk = desk;
    }

    Instant ofLoan(ItemRow item, PatronRow patron, Instant from) throws SQLException {
        return after(from, item, patron);
    }

    /** From now, or from the day it is due ({@code RenewalPeriodBase=date_due}); never earlier than before. */
    Instant ofRenewal(ItemRow item, PatronRow patron, LoanRow loan, Instant from) throws SQLException {
        boolean fromDue = desk.preference("RenewalPeriodBase").equals("date_due")
                && loan.due().isAfter(from);
        Instant due = after(fromDue ? loan.due() : from, item, patron);
        return due.isBefore(loan.due()) ? loan.due() : due;
    }

    private Instant after(Instant from, ItemRow item, PatronRow patron) throws SQLException {
        ItemType type = desk.reference().itemType(item.typeId());
        LocalDate day = desk.local(from).toLocalDate().plusDays(type.loanDays());
        if (desk.isOn("ReturnBeforeExpiry")
                && patron.expires().isPresent()
                && day.isAfter(patron.expires().get())) {
            day = patron.expires().get();
        }
        return desk.endOf(day);
    }
}
