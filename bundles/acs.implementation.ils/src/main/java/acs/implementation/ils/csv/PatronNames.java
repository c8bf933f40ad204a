// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that every id of a patron, whether card number, user id or alias, finds one patron only. */
final class PatronNames {
    private static final int PENDING = 500;

    private final Problems problems;
    private final KeyQuery owners;
    private final KeyTable names = new KeyTable();
    private final List<Claim> open = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();

    PatronNames(Connection connection, Problems problems) {
        this.problems = problems;
        this.owners = new KeyQuery(
                connection,
                "SELECT n.name, n.kind, p.cardnumber FROM patron_names n JOIN patrons p ON p.id = n.patron_id"
                        + " WHERE n.name IN");
    }

    /** All ids of a row, each with the column it is in; the card number first. */
    static Map<String, String> of(Row row) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(row.text("cardnumber"), "cardnumber");
        names.putIfAbsent(row.text("userid"), "userid");
        for (String alias : row.text("aliases").split(" ", -1)) {
            names.putIfAbsent(alias, "aliases");
        }
        names.remove("");
        return names;
    }

    void check(String path, Row row) throws SQLException {
        of(row).forEach((name, column) -> {
            Claim claim = new Claim(path, row.line(), column, name, row.text("cardnumber"));
            int line = names.putIfAbsent(name, row.line());
            if (line != 0) {
                refuse(claim, "an id of one patron only, as line " + line + " has it already");
            } else {
                open.add(claim);
            }
        });
        if (open.size() >= PENDING) {
            settle();
        }
    }

    /**
     * Settles what had to wait for the end of the file: an id that is another patron's in the database is free if the
     * file says that this patron has it no more.
     */
    void finish(KeyTable cards, Set<String> present) throws SQLException {
        settle();
        for (Taken one : taken) {
            String column = one.kind.equals("alias") ? "aliases" : one.kind;
            if (!cards.contains(one.owner) || !present.contains(column)) {
                refuse(one.claim, "an id of one patron only, as another one in the database has it already");
            }
        }
    }

    private void settle() throws SQLException {
        Map<String, Claim> claims = new HashMap<>();
        open.forEach(claim -> claims.put(claim.name, claim));
        owners.each(claims.keySet(), row -> {
            Claim claim = claims.get(row.getString(1));
            String owner = row.getString(3);
            if (claim != null && !owner.equals(claim.card)) {
                taken.add(new Taken(claim, owner, row.getString(2)));
            }
        });
        open.clear();
    }

    private void refuse(Claim claim, String expected) {
        Column column = DataFile.PATRONS.columns().get(DataFile.PATRONS.indexOf(claim.column));
        problems.add(claim.path, claim.line, column, claim.name, expected);
    }

    /** A row says that an id is its patron's. */
    private record Claim(String path, int line, String column, String name, String card) {}

    /** The database says that it is another one's: whose, and as what. */
    private record Taken(Claim claim, String owner, String kind) {}
}
