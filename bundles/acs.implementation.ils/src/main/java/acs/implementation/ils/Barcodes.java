// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.sql.SQLException;
import java.util.Optional;

/** Finds the item of a scanned barcode. */
final class Barcodes {
    private Barcodes() {}

    static Optional<ItemRow> find(Desk desk, String scanned) throws SQLException {
        String barcode = desk.preference("itemBarcodeInputFilter").equals("whitespace")
                ? scanned.replaceAll("\\s", "")
                : scanned;
        return barcode.isEmpty() ? Optional.empty() : ItemRow.find(desk.session(), barcode);
    }
}
