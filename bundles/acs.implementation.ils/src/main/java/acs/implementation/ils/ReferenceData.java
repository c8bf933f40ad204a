// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.circulation.MediaType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What hardly ever changes and every request needs: libraries, item types, categories; a copy of one revision. */
record ReferenceData(
        long revision,
        Map<Long, Library> libraries,
        Map<String, Library> librariesByCode,
        Map<Long, ItemType> itemTypes,
        Map<Long, Category> categories) {

    /** A branch. */
    record Library(long id, String code, String name) {}

    /** The rules of items of a type; empty renewals = as often as one likes. */
    record ItemType(
            long id,
            String code,
            MediaType media,
            int loanDays,
            OptionalInt renewals,
            BigDecimal rentalCharge,
            BigDecimal renewalCharge,
            BigDecimal finePerDay,
            boolean magnetic,
            boolean inLibraryOnly,
            boolean notForLoan,
            boolean securityInhibit) {}

    /** The rules of patrons of a category; empty = no limit, no fee. */
    record Category(
            long id,
            String code,
            OptionalInt loanLimit,
            OptionalInt holdLimit,
            OptionalInt overdueLimit,
            Optional<BigDecimal> feeLimit,
            Optional<BigDecimal> holdFee) {}

    static long currentRevision(Session session) throws SQLException {
        return session.count("SELECT revision FROM revisions WHERE subject = 'reference'");
    }

    static ReferenceData read(Session session) throws SQLException {
        long revision = currentRevision(session);
        List<Library> libraries = session.list(
                "SELECT id, code, name FROM libraries", row -> new Library(row.id(), row.text(), row.text()));
        List<ItemType> itemTypes = session.list(
                """
                SELECT id, code, media_type, loan_days, renewals, rental_charge, renewal_charge, fine_per_day,
                       magnetic, in_library_only, not_for_loan, security_inhibit
                  FROM item_types""",
                row -> new ItemType(
                        row.id(),
                        row.text(),
                        MediaType.of(row.text()).orElse(MediaType.OTHER),
                        row.number(),
                        row.optionalNumber(),
                        row.amount(),
                        row.amount(),
                        row.amount(),
                        row.flag(),
                        row.flag(),
                        row.flag(),
                        row.flag()));
        List<Category> categories = session.list(
                "SELECT id, code, loan_limit, hold_limit, overdue_limit, fee_limit, hold_fee FROM categories",
                row -> new Category(
                        row.id(),
                        row.text(),
                        row.optionalNumber(),
                        row.optionalNumber(),
                        row.optionalNumber(),
                        row.optionalAmount(),
                        row.optionalAmount()));
        return new ReferenceData(
                revision,
                by(libraries, Library::id),
                by(libraries, Library::code),
                by(itemTypes, ItemType::id),
                by(categories, Category::id));
    }

    private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, value -> value));
    }

    Library library(long id) throws SQLException {
        return known(libraries.get(id), "library", id);
    }

    /** The code of a library; empty text for none. */
    String libraryCode(long id) throws SQLException {
        return id == 0 ? "" : library(id).code();
    }

    Optional<Library> library(String code) {
        return Optional.ofNullable(librariesByCode.get(code));
    }

    ItemType itemType(long id) throws SQLException {
        return known(itemTypes.get(id), "item type", id);
    }

    Category category(long id) throws SQLException {
        return known(categories.get(id), "category", id);
    }

    /** The category of a code, in upper or lower case. */
    Optional<Category> category(String code) {
        return categories.values().stream()
                .filter(category -> category.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** A row may refer to one that an import added a moment ago: whoever asked reads again. */
    private static <T> T known(@Nullable T found, String what, long id) throws SQLException {
        if (found == null) {
            throw new UnknownReference(what + " " + id + " is not known");
        }
        return found;
    }

    /** The copy is older than the row that refers to it. */
    static final class UnknownReference extends SQLException {
        private static final long serialVersionUID = 1L;

        UnknownReference(String message) {
            super(message, "40001");
        }
    }
}
