// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

/**
 * What to ask the database for the rows of each file, in the order of the file's columns.
 *
 * <p>Rows come in the order in which they came into the database, so that they come in the same order from a database that
 * was filled with these files.
 */
final class ExportQuery {
    private ExportQuery() {}

    static String of(DataFile file) {
        return switch (file) {
            case LIBRARIES -> "SELECT code, name FROM libraries ORDER BY id";
            case ITEM_TYPES ->
                """
                    SELECT code, name, media_type, loan_days, renewals, rental_charge, renewal_charge, fine_per_day,
                           magnetic, in_library_only, not_for_loan, security_inhibit
                    FROM item_types ORDER BY id""";
            case CATEGORIES ->
                """
                    SELECT code, name, loan_limit, hold_limit, overdue_limit, fee_limit, hold_fee
                    FROM categories ORDER BY id""";
            // One row for each alias. A restriction whose reason is empty stays a restriction.
            case PATRONS ->
                """
                    SELECT p.cardnumber, p.userid, n.name, p.pin_hash, p.surname, p.firstname, c.code, l.code, p.expires,
                           p.born, p.address, p.email, p.phone, p.language, p.card_lost,
                           CASE WHEN p.restricted = '' THEN 'restricted' ELSE p.restricted END, p.note, p.permissions
                    FROM patrons p
                    JOIN categories c ON c.id = p.category_id
                    JOIN libraries l ON l.id = p.library_id
                    LEFT JOIN patron_names n ON n.patron_id = p.id AND n.kind = 'alias'
                    ORDER BY p.id""";
            case ITEMS ->
                """
                    SELECT i.barcode, t.title, t.code, t.author, t.isbn, i.call_number, y.code, i.collection, i.location,
                           h.code, l.code, i.status, o.code, i.not_for_loan, i.materials, i.properties, i.price
                    FROM items i
                    JOIN titles t ON t.id = i.title_id
                    JOIN item_types y ON y.id = i.item_type_id
                    JOIN libraries h ON h.id = i.home_library_id
                    JOIN libraries l ON l.id = i.holding_library_id
                    LEFT JOIN libraries o ON o.id = i.to_library_id
                    ORDER BY i.id""";
            case LOANS ->
                """
                    SELECT i.barcode, p.cardnumber, l.loaned, l.due, l.renewals, l.recalled, l.recall_due
                    FROM loans l
                    JOIN items i ON i.id = l.item_id
                    JOIN patrons p ON p.id = l.patron_id
                    ORDER BY l.item_id""";
            // A title without an id of its own is named by one of its copies.
            case HOLDS ->
                """
                    SELECT p.cardnumber,
                           CASE WHEN i.barcode IS NULL AND t.code IS NULL
                                THEN (SELECT MIN(x.barcode) FROM items x WHERE x.title_id = t.id)
                                ELSE i.barcode END,
                           t.code, h.level, h.placed, l.code, h.status,
                           CASE WHEN h.status = 'waiting' THEN h.shelf_until ELSE h.wanted_until END
                    FROM holds h
                    JOIN patrons p ON p.id = h.patron_id
                    JOIN titles t ON t.id = h.title_id
                    JOIN libraries l ON l.id = h.pickup_library_id
                    LEFT JOIN items i ON i.id = h.item_id
                    ORDER BY h.id""";
            case FEES ->
                """
                    SELECT f.code, p.cardnumber, f.fee_type, f.amount, f.outstanding, f.description, i.barcode, f.charged
                    FROM fees f
                    JOIN patrons p ON p.id = f.patron_id
                    LEFT JOIN items i ON i.id = f.item_id
                    ORDER BY f.id""";
        };
    }

    /** How many rows there are of each file. */
    static String count(DataFile file) {
        return "SELECT COUNT(*) FROM " + file.fileName().replace(".csv", "");
    }
}
