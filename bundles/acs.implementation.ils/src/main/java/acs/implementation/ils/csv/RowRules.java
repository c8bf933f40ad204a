// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.math.BigDecimal;
import java.time.Instant;

/** What the cells of one row must have to do with one another. */
final class RowRules {
    private final Problems problems;
    private final Today today;

    RowRules(Problems problems, Today today) {
        this.problems = problems;
        this.today = today;
    }

    void check(String path, Row row) {
        switch (row.file()) {
            case ITEMS -> checkItem(path, row);
            case LOANS -> checkLoan(path, row);
            case HOLDS -> checkHold(path, row);
            case FEES -> checkFee(path, row);
            default -> {}
        }
    }

    private void checkItem(String path, Row row) {
        boolean underWay = row.text("status").equals("in_transit");
        if (underWay && row.text("to_library").isEmpty()) {
            refuse(path, row, "to_library", "a library, as the status is in_transit");
        }
        if (!underWay && !row.text("to_library").isEmpty()) {
            refuse(path, row, "to_library", "an empty cell, as the status is not in_transit");
        }
    }

    private void checkLoan(String path, Row row) {
        if (row.value("loaned") instanceof Instant loaned
                && row.value("due") instanceof Instant due
                && due.isBefore(loaned)) {
            refuse(path, row, "due", "not before loaned");
        }
        if (!row.text("recall_due").isEmpty() && row.text("recalled").isEmpty()) {
            refuse(path, row, "recall_due", "an empty cell, as recalled is empty");
        }
    }

    private void checkHold(String path, Row row) {
        boolean barcode = !row.text("barcode").isEmpty();
        if (!barcode && row.text("title_id").isEmpty()) {
            refuse(path, row, "barcode", "a value, as title_id is empty");
        } else if (!barcode && row.text("level").equals("item")) {
            refuse(path, row, "barcode", "a value, as the level is item");
        } else if (!barcode && isCaptured(row)) {
            refuse(path, row, "barcode", "a value, as the status is " + row.text("status"));
        }
    }

    private void checkFee(String path, Row row) {
        if (row.value("amount") instanceof BigDecimal amount
                && row.value("outstanding") instanceof BigDecimal outstanding
                && (outstanding.abs().compareTo(amount.abs()) > 0 || outstanding.signum() * amount.signum() < 0)) {
            refuse(path, row, "outstanding", "between 0 and the amount");
        }
    }

    /** Whether a copy is set aside for the hold, or under way to it. */
    static boolean isCaptured(Row hold) {
        String status = hold.text("status");
        return !status.isEmpty() && !status.equals("pending");
    }

    /** Whether only one copy will do. */
    static boolean isForItem(Row hold) {
        String level = hold.text("level");
        return level.isEmpty() ? hold.text("title_id").isEmpty() : level.equals("item");
    }

    private void refuse(String path, Row row, String name, String expected) {
        Column column = row.file().columns().get(row.file().indexOf(name));
        Object value = row.value(name);
        String cell = value == null ? "" : column.kind().writer().write(value, today);
        problems.add(path, row.line(), column, cell, expected);
    }
}
