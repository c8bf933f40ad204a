// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a file with its cells read; a cell that is empty, unreadable or of a column that the file lacks is null. */
final class Row {
    private final DataFile file;
    private final int line;
    private final Set<String> present;
    private final @Nullable Object[] values;

    Row(DataFile file, int line, Set<String> present, @Nullable Object[] values) {
        this.file = file;
        this.line = line;
        this.present = present;
        this.values = values;
    }

    DataFile file() {
        return file;
    }

    /** Where it begins, counted from 1. */
    int line() {
        return line;
    }

    /** The columns that the file has. */
    Set<String> present() {
        return present;
    }

    /** Whether the file has the column. */
    boolean has(String column) {
        return present.contains(column);
    }

    @Nullable
    Object value(String column) {
        return values[file.indexOf(column)];
    }

    @Nullable
    Object value(int column) {
        return values[column];
    }

    /** A text, an empty one for no value. */
    String text(String column) {
        Object value = value(column);
        return value == null ? "" : value.toString();
    }

    /** The value, or what an empty cell of its column stands for. */
    @Nullable
    Object stored(String column) {
        Object value = value(column);
        return value == null ? file.columns().get(file.indexOf(column)).whenEmpty() : value;
    }
}
