// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

/** Prints the table of files and columns as the manuals have it. */
final class Manual {
    private Manual() {}

    /** Prints the table, to be put in the place of the one in a manual that has become old. */
    public static void main(String[] args) {
        System.out.print(table());
    }

    static String table() {
        StringBuilder table = new StringBuilder();
        for (DataFile file : DataFile.values()) {
            table.append("\n### `").append(file.fileName()).append("`\n\n");
            table.append("| Column | Holds | Meaning |\n|---|---|---|\n");
            for (Column column : file.columns()) {
                String star = column.required() ? " *" : "";
                table.append("| `%s`%s | %s | %s |\n"
                        .formatted(column.name(), star, column.kind().name(), column.meaning()));
            }
        }
        return table.substring(1);
    }
}
