// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

/** What rows refer to by a key: kept in a table of the database, defined by a file. */
enum Reference {
    LIBRARY("libraries", "code", true),
    ITEM_TYPE("item_types", "code", true),
    CATEGORY("categories", "code", true),
    PATRON("patrons", "cardnumber", false),
    TITLE("titles", "code", false),
    ITEM("items", "barcode", false);

    private final String table;
    private final String key;
    private final boolean few;

    Reference(String table, String key, boolean few) {
        this.table = table;
        this.key = key;
        this.few = few;
    }

    /** The table of the database. */
    String table() {
        return table;
    }

    /** Its column with the key. */
    String key() {
        return key;
    }

    /** Whether all its keys fit into memory. */
    boolean few() {
        return few;
    }
}
