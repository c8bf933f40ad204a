// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import acs.api.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A patron as the library knows them at the moment of the request.
 *
 * @param id the card number, whatever id they were found by
 * @param denied what they may not do, for whichever reason
 * @param blocks the reasons, as far as the library tells
 * @param owed what they owe, in the institution's currency
 * @param limits how much they may have
 * @param expires the last day the card is good for
 * @param note what staff want the patron to read; may be empty
 * @param attributes anything else, by the library's own names
 */
public record Patron(
        String id,
        String firstName,
        String surname,
        Set<Privilege> denied,
        List<Block> blocks,
        BigDecimal owed,
        Limits limits,
        Contact contact,
        Optional<LocalDate> born,
        Optional<LocalDate> expires,
        String category,
        String library,
        Language language,
        String note,
        Map<String, String> attributes) {

    /** How much a patron may have; empty = no limit, or not told. */
    public record Limits(OptionalInt holds, OptionalInt overdues, OptionalInt loans, Optional<BigDecimal> fees) {
        private static final Limits NONE =
                new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

        public static Limits none() {
            return NONE;
        }
    }

    /** How a patron is reached; empty texts = not known. */
    public record Contact(String address, String email, String phone) {
        private static final Contact NONE = new Contact("", "", "");

        public static Contact none() {
            return NONE;
        }
    }

    public Patron {
        denied = Set.copyOf(denied);
        blocks = List.copyOf(blocks);
        attributes = Map.copyOf(attributes);
    }

    /** A builder of a patron in good standing. */
    public static Builder of(String id) {
        return new Builder(id);
    }

    public boolean may(Privilege privilege) {
        return !denied.contains(privilege);
    }

    public boolean has(Block.Reason reason) {
        return blocks.stream().anyMatch(block -> block.reason() == reason);
    }

    /** First name and surname. */
    public String name() {
        return (firstName + " " + surname).strip();
    }

    /** The id only: everything else is personal. */
    @Override
    public String toString() {
        return "Patron[" + id + "]";
    }

    /** Collects what is known; for one thread. */
    public static final class Builder {
        private final String id;
        private final Set<Privilege> denied = EnumSet.noneOf(Privilege.class);
        private final List<Block> blocks = new ArrayList<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private String firstName = "";
        private String surname = "";
        private BigDecimal owed = BigDecimal.ZERO;
        private Limits limits = Limits.none();
        private Contact contact = Contact.none();
        private Optional<LocalDate> born = Optional.empty();
        private Optional<LocalDate> expires = Optional.empty();
        private String category = "";
        private String library = "";
        private Language language = Language.UNKNOWN;
        private String note = "";

        private Builder(String id) {
            this.id = id;
        }

        public Builder named(String first, String last) {
            firstName = first;
            surname = last;
            return this;
        }

        public Builder denied(Privilege... privileges) {
            denied.addAll(List.of(privileges));
            return this;
        }

        /** Adds a reason; what follows from it is said with {@link #denied}. */
        public Builder blocked(Block.Reason reason, String detail) {
            blocks.add(new Block(reason, detail));
            return this;
        }

        public Builder owing(BigDecimal amount) {
            owed = amount;
            return this;
        }

        public Builder limits(Limits how) {
            limits = how;
            return this;
        }

        public Builder contact(String address, String email, String phone) {
            contact = new Contact(address, email, phone);
            return this;
        }

        public Builder born(LocalDate day) {
            born = Optional.of(day);
            return this;
        }

        public Builder expires(LocalDate day) {
            expires = Optional.of(day);
            return this;
        }

        public Builder category(String code) {
            category = code;
            return this;
        }

        public Builder library(String code) {
            library = code;
            return this;
        }

        public Builder language(Language spoken) {
            language = spoken;
            return this;
        }

        public Builder note(String text) {
            note = text;
            return this;
        }

        public Builder attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        public Patron build() {
            return new Patron(
                    id,
                    firstName,
                    surname,
                    denied,
                    blocks,
                    owed,
                    limits,
                    contact,
                    born,
                    expires,
                    category,
                    library,
                    language,
                    note,
                    attributes);
        }
    }
}
