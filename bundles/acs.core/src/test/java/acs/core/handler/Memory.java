// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Block;
import acs.api.circulation.Charge;
import acs.api.circulation.Context;
import acs.api.circulation.Fee;
import acs.api.circulation.Hold;
import acs.api.circulation.Item;
import acs.api.circulation.ItemStatus;
import acs.api.circulation.Loan;
import acs.api.circulation.Patron;
import acs.api.circulation.Privilege;
import acs.api.circulation.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a small library remembers. */
final class Memory {
    /** A card as it was issued; what follows from loans and fees is worked out when it is asked for. */
    static final class Card {
        final Patron holder;
        final String pin;
        final Set<String> aliases = new HashSet<>();
        boolean lost;
        String blockedBecause = "";
        int loanLimit = 20;

        Card(Patron holder, String pin) {
            this.holder = holder;
            this.pin = pin;
        }
    }

    static final class Copy {
        Item item;
        boolean forLoan = true;
        boolean inLibraryOnly;
        int renewalsLeft = 3;

        Copy(Item item) {
            this.item = item;
        }
    }

    static final class OpenLoan {
        final String item;
        final String patron;
        final ZonedDateTime loaned;
        ZonedDateTime due;
        int renewals;
        Optional<ZonedDateTime> recalled = Optional.empty();
        Optional<ZonedDateTime> recallDue = Optional.empty();

        OpenLoan(String item, String patron, ZonedDateTime loaned, ZonedDateTime due) {
            this.item = item;
            this.patron = patron;
            this.loaned = loaned;
            this.due = due;
        }
    }

    static final class OpenHold {
        final String item;
        final String patron;
        String pickup;
        Optional<ZonedDateTime> expires = Optional.empty();
        boolean ready;

        OpenHold(String item, String patron, String pickup) {
            this.item = item;
            this.patron = patron;
            this.pickup = pickup;
        }
    }

    final Map<String, Card> cards = new LinkedHashMap<>();
    final Map<String, Copy> copies = new LinkedHashMap<>();
    final Map<String, OpenLoan> loans = new LinkedHashMap<>();
    final List<OpenHold> holds = new ArrayList<>();
    final Map<String, Fee> fees = new LinkedHashMap<>();
    final Map<String, Receipt> receipts = new HashMap<>();
    /** The last loan that a return ended, by item: what a cancelled return brings back. */
    final Map<String, OpenLoan> returned = new HashMap<>();
    /** Items lent by the last request about them, rather than renewed: what a cancelled loan may undo. */
    final Set<String> justLent = new HashSet<>();

    final BigDecimal feeLimit = new BigDecimal("10.00");
    BigDecimal holdFee = BigDecimal.ZERO;

    Optional<Card> card(String id) {
        return cards.values().stream()
                .filter(card -> card.holder.id().equals(id) || card.aliases.contains(id))
                .findFirst();
    }

    Patron patron(Card card, LocalDate today) {
        Patron holder = card.holder;
        BigDecimal owed = owed(holder.id());
        Patron.Builder now = Patron.of(holder.id())
                .named(holder.firstName(), holder.surname())
                .contact(
                        holder.contact().address(),
                        holder.contact().email(),
                        holder.contact().phone())
                .category(holder.category())
                .library(holder.library())
                .language(holder.language())
                .note(holder.note())
                .limits(holder.limits())
                .owing(owed);
        holder.born().ifPresent(now::born);
        holder.expires().ifPresent(now::expires);
        holder.attributes().forEach(now::attribute);
        List<Block> blocks = blocks(card, owed, today);
        blocks.forEach(block -> now.blocked(block.reason(), block.detail()));
        if (blocks.stream().anyMatch(block -> block.reason() == Block.Reason.TOO_MANY_LOANS)) {
            now.denied(Privilege.LOAN);
        }
        if (blocks.stream().anyMatch(block -> !MINOR.contains(block.reason()))) {
            now.denied(Privilege.values());
        }
        return now.build();
    }

    private static final Set<Block.Reason> MINOR =
            Set.of(Block.Reason.TOO_MANY_LOANS, Block.Reason.RECALL_OVERDUE, Block.Reason.OVERDUES);

    private List<Block> blocks(Card card, BigDecimal owed, LocalDate today) {
        List<Block> blocks = new ArrayList<>(card.holder.blocks());
        if (card.lost) {
            blocks.add(Block.of(Block.Reason.CARD_LOST));
        }
        if (card.holder.expires().map(day -> day.isBefore(today)).orElse(false)) {
            blocks.add(Block.of(Block.Reason.EXPIRED));
        }
        if (!card.blockedBecause.isEmpty()) {
            blocks.add(new Block(Block.Reason.BLOCKED_AT_TERMINAL, card.blockedBecause));
        }
        if (owed.compareTo(feeLimit) > 0) {
            blocks.add(Block.of(Block.Reason.EXCESSIVE_FINES));
        }
        List<OpenLoan> theirs = loansOf(card.holder.id());
        if (theirs.size() >= card.loanLimit) {
            blocks.add(Block.of(Block.Reason.TOO_MANY_LOANS));
        }
        if (theirs.stream().anyMatch(loan -> loan.recallDue
                .map(due -> due.toLocalDate().isBefore(today))
                .orElse(false))) {
            blocks.add(Block.of(Block.Reason.RECALL_OVERDUE));
        }
        return blocks;
    }

    BigDecimal owed(String patron) {
        return feesOf(patron).stream().map(Fee::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<OpenLoan> loansOf(String patron) {
        return loans.values().stream()
                .filter(loan -> loan.patron.equals(patron))
                .toList();
    }

    List<Fee> feesOf(String patron) {
        return fees.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(patron + "/"))
                .map(Map.Entry::getValue)
                .filter(fee -> fee.outstanding().signum() > 0)
                .toList();
    }

    void charge(String patron, Fee fee) {
        fees.put(patron + "/" + fee.id(), fee);
    }

    Optional<OpenHold> hold(String patron, String item) {
        return holds.stream()
                .filter(hold -> hold.patron.equals(patron) && hold.item.equals(item))
                .findFirst();
    }

    Optional<OpenHold> nextHold(String item) {
        return holds.stream().filter(hold -> hold.item.equals(item)).findFirst();
    }

    int position(OpenHold hold) {
        return 1
                + holds.stream()
                        .filter(other -> other.item.equals(hold.item))
                        .toList()
                        .indexOf(hold);
    }

    /** The item as it is now, with what follows from loans and holds. */
    Optional<Item> item(String id) {
        return Optional.ofNullable(copies.get(id)).map(copy -> item(copy.item));
    }

    private Item item(Item stored) {
        OpenLoan loan = loans.get(stored.id());
        ItemStatus status = stored.status();
        if (loan != null) {
            status = loan.recalled.isPresent() ? ItemStatus.RECALLED : ItemStatus.ON_LOAN;
        } else if (holds.stream().anyMatch(hold -> hold.ready && hold.item.equals(stored.id()))) {
            status = ItemStatus.ON_HOLD_SHELF;
        }
        Item.Builder now = Item.of(stored.id(), stored.title())
                .author(stored.author())
                .status(status)
                .media(stored.media())
                .magnetic(stored.magnetic())
                .securityInhibit(stored.securityInhibit())
                .type(stored.type())
                .collection(stored.collection())
                .callNumber(stored.callNumber())
                .owner(stored.owner())
                .locations(stored.permanentLocation(), stored.currentLocation())
                .properties(stored.properties())
                .loanCharge(stored.loanCharge())
                .waiting((int) holds.stream()
                        .filter(hold -> hold.item.equals(stored.id()) && !hold.ready)
                        .count());
        stored.attributes().forEach(now::attribute);
        stored.pickupUntil().ifPresent(now::pickupUntil);
        if (loan != null) {
            now.due(loan.due);
            loan.recalled.ifPresent(now::recalled);
        }
        return now.build();
    }

    Item known(String id) {
        return item(id).orElseThrow();
    }

    Loan loan(OpenLoan loan, boolean renewed, Charge charge) {
        Item item = known(loan.item);
        boolean leaves = !item.magnetic() && !Objects.requireNonNull(copies.get(loan.item)).inLibraryOnly;
        return new Loan(
                item, loan.patron, loan.loaned, loan.due, loan.renewals, renewed, leaves, charge, loan.recalled);
    }

    Hold hold(OpenHold hold, Charge charge) {
        boolean in = !loans.containsKey(hold.item) && position(hold) <= 1;
        return new Hold(
                hold.patron,
                hold.item,
                known(hold.item).title(),
                position(hold),
                hold.pickup,
                hold.expires,
                hold.ready,
                in && !hold.ready,
                charge);
    }

    static ZonedDateTime due(Context context, ZonedDateTime from) {
        return from.plusDays(21)
                .withZoneSameInstant(context.institution().zone())
                .withHour(23)
                .withMinute(59)
                .withSecond(0);
    }
}
