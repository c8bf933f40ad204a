// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Fee;
import acs.api.circulation.Hold;
import acs.api.circulation.Loan;
import acs.api.circulation.PatronLists;
import acs.api.circulation.PatronLists.HoldState;
import acs.api.circulation.PatronLists.Loans;
import acs.api.circulation.Window;
import acs.rules.FieldTemplate;
import acs.sip2.Field;
import acs.sip2.Message;
import acs.sip2.Summary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The lists that a terminal can ask for, in the order of its summary: at most one at a time. */
enum PatronList {
    READY_HOLDS,
    OVERDUE_LOANS,
    ALL_LOANS,
    FEES,
    RECALLED_LOANS,
    OTHER_HOLDS;

    /** More than a message has room for, however short the entries are. */
    private static final int ENTRIES_LIMIT = 2000;

    private static final List<PatronList> IN_ORDER = List.of(values());

    static Optional<PatronList> wanted(Summary summary) {
        OptionalInt index = summary.index();
        return index.isPresent() && index.getAsInt() < IN_ORDER.size()
                ? Optional.of(IN_ORDER.get(index.getAsInt()))
                : Optional.empty();
    }

    /** What each entry is sent as. */
    Field field() {
        return switch (this) {
            case READY_HOLDS -> Field.AS;
            case OVERDUE_LOANS -> Field.AT;
            case ALL_LOANS -> Field.AU;
            case FEES -> Field.AV;
            case RECALLED_LOANS -> Field.BU;
            case OTHER_HOLDS -> Field.CD;
        };
    }

    /** The values to send, of the part of the list that the request asks for. */
    List<String> entries(Message request, Visit visit, String patron) throws CirculationException {
        Window window = window(request);
        if (window.size() == 0 || !visit.offers(PatronLists.class)) {
            return List.of();
        }
        return visit.ask(PatronLists.class, (lists, context) -> switch (this) {
            case READY_HOLDS -> holds(lists.holds(context, patron, HoldState.READY, window));
            case OTHER_HOLDS -> holds(lists.holds(context, patron, HoldState.NOT_READY, window));
            case OVERDUE_LOANS -> loans(lists.loans(context, patron, Loans.OVERDUE, window));
            case ALL_LOANS -> loans(lists.loans(context, patron, Loans.ALL, window));
            case RECALLED_LOANS -> loans(lists.loans(context, patron, Loans.RECALLED, window));
            case FEES -> fees(lists.fees(context, patron, window), visit, context);
        });
    }

    /** BP to BQ, counted from 1; what is not a number counts as absent. */
    private static Window window(Message request) {
        int from = Math.max(1, number(request.get(Field.BP)).orElse(1));
        int last = number(request.get(Field.BQ)).orElse(Integer.MAX_VALUE);
        return new Window(from, (int) Math.min(last, from + (long) ENTRIES_LIMIT - 1));
    }

    private static OptionalInt number(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return OptionalInt.of(significant.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(significant));
    }

    private static List<String> holds(List<Hold> holds) {
        return holds.stream().map(Hold::item).toList();
    }

    private static List<String> loans(List<Loan> loans) {
        return loans.stream().map(loan -> loan.item().id()).toList();
    }

    private static List<String> fees(List<Fee> fees, Visit visit, Context context) {
        String template = context.account().settings().text("av_field_template");
        return fees.stream().map(fee -> fee(fee, visit, template)).toList();
    }

    /** The id comes first, so that the terminal can name the fee when it is paid (CG). */
    private static String fee(Fee fee, Visit visit, String template) {
        if (template.isEmpty()) {
            return (fee.id() + " " + fee.description()).strip()
                    + " "
                    + visit.wording().money(fee.outstanding());
        }
        return FieldTemplate.of(template).fill(name -> KohaNames.of(fee, name), visit.templateStyle());
    }
}
