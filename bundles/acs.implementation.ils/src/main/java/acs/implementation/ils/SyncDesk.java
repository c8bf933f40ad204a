// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import acs.api.auth.DirectoryEntry;
import acs.api.circulation.PatronSync.Change;
import acs.implementation.ils.ReferenceData.Library;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Creates patrons whom a directory vouches for, and brings them up to date; in the transaction of its desk. */
final class SyncDesk {
    private static final String USER_ID = "userid";
    private static final String CARD = "cardnumber";

    private final Desk desk;
    private final Session session;

    SyncDesk(Desk desk) {
        this.desk = desk;
        this.session = desk.session();
    }

    /** The patron of an entry: by user id, else by card number. */
    static Optional<PatronRow> find(Session session, DirectoryEntry entry) throws SQLException {
        for (String column : List.of(USER_ID, CARD)) {
            String name = entry.values().getOrDefault(column, "");
            Optional<PatronRow> found = name.isEmpty() ? Optional.empty() : PatronRow.lock(session, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * Does what the entry asks for.
     *
     * @param hash of the PIN, where it is to be stored anew; empty = the stored one is right, or none is wanted
     * @throws SQLException also if the entry cannot become a patron
     */
    Change synchronise(DirectoryEntry entry, Optional<String> hash) throws SQLException {
        PatronFields fields = new PatronFields(entry);
        Optional<PatronRow> known = find(session, entry);
        if (known.isPresent()) {
            return entry.updates() && update(known.get(), entry, fields, hash) ? Change.UPDATED : Change.UNCHANGED;
        }
        if (!entry.creates()) {
            return Change.UNKNOWN;
        }
        create(entry, fields, hash);
        return Change.CREATED;
    }

    private void create(DirectoryEntry entry, PatronFields fields, Optional<String> hash) throws SQLException {
        String userId = fields.initially(USER_ID);
        String card = fields.initially(CARD).isEmpty() ? userId : fields.initially(CARD);
        if (card.isEmpty()) {
            throw new SQLException("the entry has neither a user id nor a card number");
        }
        Map<String, Object> row = new TreeMap<>();
        row.put("cardnumber", card);
        row.put("userid", userId);
        row.put("surname", fields.initially("surname").isEmpty() ? userId : fields.initially("surname"));
        row.put("category_id", category(fields.initially(PatronFields.CATEGORY), fields));
        row.put("library_id", library(fields.initially(PatronFields.LIBRARY), fields));
        fields.initialColumns().forEach(row::putIfAbsent);
        row.put("pin_hash", entry.pin() == DirectoryEntry.Pin.STORE ? hash : Optional.empty());
        List<Object> values = new ArrayList<>(row.values());
        String places = "?" + ", ?".repeat(values.size() - 1);
        long id = session.insert(
                "INSERT INTO patrons (" + String.join(", ", row.keySet()) + ") VALUES (" + places + ")",
                values.toArray());
        name(id, card, "card");
        if (!userId.isEmpty() && !userId.equals(card)) {
            name(id, userId, "userid");
        }
        attributes(id, fields.initialAttributes());
    }

    private boolean update(PatronRow patron, DirectoryEntry entry, PatronFields fields, Optional<String> hash)
            throws SQLException {
        Map<String, Object> wanted = new TreeMap<>(fields.columns());
        fields.value(PatronFields.CATEGORY)
                .flatMap(code -> desk.reference().category(code))
                .ifPresent(category -> wanted.put("category_id", category.id()));
        fields.value(PatronFields.LIBRARY)
                .flatMap(code -> desk.reference().library(code))
                .ifPresent(library -> wanted.put("library_id", library.id()));
        fields.value("surname").filter(text -> !text.isEmpty()).ifPresent(text -> wanted.put("surname", text));
        rename(patron, CARD, patron.cardnumber(), "card", fields).ifPresent(card -> wanted.put("cardnumber", card));
        rename(patron, USER_ID, patron.userid(), "userid", fields).ifPresent(name -> wanted.put("userid", name));
        pin(patron, entry, hash, wanted);
        boolean changed = attributes(patron.id(), fields.attributes());
        for (Map.Entry<String, Object> column : wanted.entrySet()) {
            // The names of columns are ours; what the directory says is a value.
            changed |= session.update(
                            "UPDATE patrons SET " + column.getKey() + " = ? WHERE id = ? AND " + column.getKey()
                                    + " IS DISTINCT FROM ?",
                            column.getValue(),
                            patron.id(),
                            column.getValue())
                    > 0;
        }
        if (changed) {
            session.update("UPDATE patrons SET version = version + 1 WHERE id = ?", patron.id());
        }
        return changed;
    }

    private void pin(PatronRow patron, DirectoryEntry entry, Optional<String> hash, Map<String, Object> wanted)
            throws SQLException {
        if (entry.pin() == DirectoryEntry.Pin.REMOVE) {
            session.update(
                    "UPDATE patrons SET pin_hash = NULL, version = version + 1 WHERE id = ? AND pin_hash IS NOT NULL",
                    patron.id());
        } else if (entry.pin() == DirectoryEntry.Pin.STORE && hash.isPresent()) {
            wanted.put("pin_hash", hash.get());
        }
    }

    /** The new id, if the directory has another one and nobody else's is it. */
    private Optional<String> rename(PatronRow patron, String column, String old, String kind, PatronFields fields)
            throws SQLException {
        String name = fields.value(column).orElse("");
        if (name.isEmpty() || name.equals(old)) {
            return Optional.empty();
        }
        Optional<Long> owner = session.one("SELECT patron_id FROM patron_names WHERE name = ?", Row::id, name);
        if (owner.isPresent() && !Objects.equals(owner.get(), patron.id())) {
            return Optional.empty();
        }
        session.update("DELETE FROM patron_names WHERE patron_id = ? AND kind = ?", patron.id(), kind);
        session.update("DELETE FROM patron_names WHERE name = ?", name);
        name(patron.id(), name, kind);
        return Optional.of(name);
    }

    private void name(long patron, String name, String kind) throws SQLException {
        session.update("INSERT INTO patron_names (name, patron_id, kind) VALUES (?, ?, ?)", name, patron, kind);
    }

    private long category(String code, PatronFields fields) throws SQLException {
        return desk.reference()
                .category(code)
                .or(() -> desk.reference().category(fields.otherwise(PatronFields.CATEGORY)))
                .orElseThrow(() -> new SQLException("category: \"" + code + "\" (expected: one that exists)"))
                .id();
    }

    private long library(String code, PatronFields fields) throws SQLException {
        return desk.reference()
                .library(code)
                .or(() -> desk.reference().library(fields.otherwise(PatronFields.LIBRARY)))
                .or(desk::library)
                .map(Library::id)
                .orElseThrow(() -> new SQLException("library: \"" + code + "\" (expected: one that exists)"));
    }

    /** Sets some attributes and leaves the others; whether one had to be written. */
    private boolean attributes(long patron, Map<String, String> attributes) throws SQLException {
        boolean changed = false;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            Optional<String> before = session.one(
                    "SELECT content FROM patron_attributes WHERE patron_id = ? AND code = ?",
                    Row::text,
                    patron,
                    attribute.getKey());
            if (before.orElse("").equals(attribute.getValue())) {
                continue;
            }
            changed = true;
            session.update(
                    "DELETE FROM patron_attributes WHERE patron_id = ? AND code = ?", patron, attribute.getKey());
            if (!attribute.getValue().isEmpty()) {
                session.update(
                        "INSERT INTO patron_attributes (patron_id, code, content) VALUES (?, ?, ?)",
                        patron,
                        attribute.getKey(),
                        attribute.getValue());
            }
        }
        return changed;
    }
}
