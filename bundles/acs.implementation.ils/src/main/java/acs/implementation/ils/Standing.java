// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.Language;
import acs.api.circulation.Block;
import acs.api.circulation.Block.Reason;
import acs.api.circulation.Outcome;
import acs.api.circulation.Outcome.Refused;
import acs.api.circulation.Patron;
import acs.api.circulation.Privilege;
import acs.api.circulation.Refusal;
import acs.implementation.ils.ReferenceData.Category;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a patron has and owes, what is held against them, and what follows from it.
 *
 * @param blocks in the order in which they are given as the reason of a refusal
 * @param denied which privileges each of them takes away
 */
record Standing(PatronRow patron, Counts counts, List<Block> blocks, Map<Reason, Set<Privilege>> denied) {
    private static final Set<Privilege> EVERYTHING = EnumSet.allOf(Privilege.class);
    private static final Set<Privilege> LOANS = EnumSet.of(Privilege.LOAN);
    private static final Set<Privilege> NOTHING = EnumSet.noneOf(Privilege.class);

    private static final String COUNT =
            """
            SELECT COUNT(*),
                   COUNT(CASE WHEN due < ? OR recall_due < ? THEN 1 END),
                   COUNT(CASE WHEN recall_due < ? THEN 1 END),
                   (SELECT SUM(outstanding) FROM fees WHERE patron_id = ? AND outstanding <> 0)
              FROM loans WHERE patron_id = ?""";

    /** How much of everything. */
    record Counts(int loans, int overdue, int recallOverdue, BigDecimal owed) {}

    static Standing of(Desk desk, PatronRow patron) throws SQLException {
        Counts counts = counts(desk, patron.id());
        List<Block> blocks = new ArrayList<>();
        Map<Reason, Set<Privilege>> denied = new EnumMap<>(Reason.class);
        Standing standing = new Standing(patron, counts, blocks, denied);
        standing.blockByCard(desk);
        standing.blockByMoney(desk);
        standing.blockByLoans(desk);
        return standing;
    }

    private static Counts counts(Desk desk, long patronId) throws SQLException {
        return desk.session()
                .one(
                        COUNT,
                        row -> new Counts(
                                row.number(),
                                row.number(),
                                row.number(),
                                desk.money(row.optionalAmount().orElse(BigDecimal.ZERO))),
                        desk.now(),
                        desk.now(),
                        desk.now(),
                        patronId,
                        patronId)
                .orElseThrow();
    }

    /** What they are to pay; below zero if the library owes them. */
    BigDecimal owed() {
        return counts.owed();
    }

    private void blockByCard(Desk desk) throws SQLException {
        if (patron.cardLost()) {
            block(Reason.CARD_LOST, "", EVERYTHING);
        }
        if (patron.terminalBlocked()) {
            block(Reason.BLOCKED_AT_TERMINAL, CardDesk.reasonOfBlock(desk, patron.id()), EVERYTHING);
        }
        if (patron.restricted().isPresent()) {
            block(Reason.RESTRICTED, patron.restricted().get(), EVERYTHING);
        }
        if (patron.expires().isPresent() && patron.expires().get().isBefore(desk.today())) {
            block(Reason.EXPIRED, "", EVERYTHING);
        }
    }

    private void blockByMoney(Desk desk) throws SQLException {
        Optional<BigDecimal> limit = feeLimit(desk);
        if (limit.isPresent() && owed().compareTo(limit.get()) > 0) {
            block(Reason.EXCESSIVE_FINES, "", EVERYTHING);
            block(Reason.EXCESSIVE_FEES, "", EVERYTHING);
        }
    }

    private void blockByLoans(Desk desk) throws SQLException {
        Category category = desk.reference().category(patron.categoryId());
        if (counts.recallOverdue() > 0) {
            block(Reason.RECALL_OVERDUE, "", LOANS);
        }
        if (category.overdueLimit().isPresent()
                && counts.overdue() > category.overdueLimit().getAsInt()) {
            block(Reason.TOO_MANY_OVERDUES, "", LOANS);
        }
        if (counts.overdue() > 0 && overduesBlock(desk)) {
            block(Reason.OVERDUES, "", LOANS);
        }
        if (category.loanLimit().isPresent()
                && counts.loans() >= category.loanLimit().getAsInt()) {
            block(Reason.TOO_MANY_LOANS, "", LOANS);
        }
        int lostLimit = desk.account().number("lost_block_checkout").orElse(0);
        if (lostLimit > 0 && lostLoans(desk) >= lostLimit) {
            block(Reason.TOO_MANY_LOST, "", NOTHING);
        }
    }

    private static boolean overduesBlock(Desk desk) {
        String how = desk.preference("OverduesBlockCirc");
        return how.equals("block") || how.equals("confirmation");
    }

    private long lostLoans(Desk desk) throws SQLException {
        List<String> counted = LostValue.atLeast(
                desk.account().number("lost_block_checkout_value").orElse(1));
        long lost = 0;
        for (String status : counted) {
            lost += desk.session()
                    .count(
                            """
                            SELECT COUNT(*) FROM loans l JOIN items i ON i.id = l.item_id
                             WHERE l.patron_id = ? AND i.status = ?""",
                            patron.id(),
                            status);
        }
        return lost;
    }

    private void block(Reason reason, String detail, Set<Privilege> privileges) {
        blocks.add(new Block(reason, detail));
        denied.put(reason, privileges);
    }

    private Optional<BigDecimal> feeLimit(Desk desk) throws SQLException {
        return desk.reference().category(patron.categoryId()).feeLimit().or(() -> desk.limit("noissuescharge"));
    }

    /** Why the patron may not do this; empty = they may. */
    <T> Optional<Refused<T>> refusal(Privilege privilege, Desk desk) {
        for (Block block : blocks) {
            if (denied.getOrDefault(block.reason(), NOTHING).contains(privilege)) {
                return Optional.of(refusal(block.reason(), desk));
            }
        }
        return Optional.empty();
    }

    private <T> Refused<T> refusal(Reason reason, Desk desk) {
        return switch (reason) {
            case CARD_LOST -> Outcome.refused(Refusal.CARD_LOST);
            case RESTRICTED -> Outcome.refused(Refusal.PATRON_RESTRICTED);
            case EXPIRED ->
                Outcome.refused(Refusal.PATRON_EXPIRED, patron.expires().orElse(desk.today()));
            case EXCESSIVE_FINES, EXCESSIVE_FEES, TOO_MANY_BILLED -> Outcome.refused(Refusal.PATRON_OWES, owed());
            case RECALL_OVERDUE, TOO_MANY_OVERDUES, OVERDUES -> Outcome.refused(Refusal.PATRON_HAS_OVERDUES);
            case TOO_MANY_LOANS -> Outcome.refused(Refusal.TOO_MANY_LOANS);
            default -> Outcome.refused(Refusal.PATRON_BLOCKED);
        };
    }

    /** What core is told of the patron. */
    Patron describe(Desk desk) throws SQLException {
        Category category = desk.reference().category(patron.categoryId());
        Set<Privilege> taken = EnumSet.noneOf(Privilege.class);
        denied.values().forEach(taken::addAll);
        Patron.Builder described = Patron.of(patron.cardnumber())
                .named(patron.firstname(), patron.surname())
                .denied(taken.toArray(Privilege[]::new))
                .owing(desk.money(owed().max(BigDecimal.ZERO)))
                .limits(new Patron.Limits(
                        category.holdLimit(),
                        category.overdueLimit(),
                        category.loanLimit(),
                        feeLimit(desk).map(desk::money)))
                .contact(patron.address(), patron.email(), patron.phone())
                .category(category.code())
                .library(desk.reference().library(patron.libraryId()).code())
                .language(Language.of(patron.language()))
                .note(patron.note());
        blocks.forEach(block -> described.blocked(block.reason(), block.detail()));
        if (!patron.userid().isEmpty()) {
            described.attribute("userid", patron.userid());
        }
        patron.born().ifPresent(described::born);
        patron.expires().ifPresent(described::expires);
        return described.build();
    }
}
