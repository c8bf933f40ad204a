// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Fee;
import acs.api.circulation.Item;
import acs.api.circulation.Patron;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** What the templates and field lists of a login call the properties of things: by the names that Koha has for them. */
final class KohaNames {
    private KohaNames() {}

    /** Empty for a property that is not known. */
    static String of(Patron patron, String name) {
        return switch (name) {
            case "cardnumber" -> patron.id();
            case "firstname" -> patron.firstName();
            case "surname" -> patron.surname();
            case "categorycode", "category.categorycode" -> patron.category();
            case "branchcode", "library.branchcode" -> patron.library();
            case "address" -> patron.contact().address();
            case "email", "first_valid_email_address", "notice_email_address" ->
                patron.contact().email();
            case "phone" -> patron.contact().phone();
            case "dateofbirth" -> patron.born().map(LocalDate::toString).orElse("");
            case "dateexpiry" -> patron.expires().map(LocalDate::toString).orElse("");
            case "opacnote" -> patron.note();
            default -> patron.attributes().getOrDefault(name, "");
        };
    }

    /** Empty for a property that is not known. */
    static String of(Item item, String name) {
        return switch (name) {
            case "barcode" -> item.id();
            case "biblio.title", "title" -> item.title();
            case "biblio.author", "author" -> item.author();
            case "itype", "effective_itemtype" -> item.type();
            case "ccode", "collection_code" -> item.collection();
            case "itemcallnumber", "call_number" -> item.callNumber();
            case "homebranch" -> item.owner();
            case "holdingbranch" -> item.currentLocation();
            case "location", "shelving_location", "permanent_location", "permanent_shelving_location" ->
                item.attributes().getOrDefault(name, item.attributes().getOrDefault("location", ""));
            case "onloan", "checkout.date_due" -> item.due().map(KohaNames::day).orElse("");
            default -> item.attributes().getOrDefault(name, "");
        };
    }

    /** Empty for a property that is not known. */
    static String of(Fee fee, String name) {
        return switch (name) {
            case "id", "accountlines_id" -> fee.id();
            case "description" -> fee.description();
            case "amount" -> fee.amount().toPlainString();
            case "amountoutstanding" -> fee.outstanding().toPlainString();
            case "debit_type_code", "debit_type.code" -> fee.type().name();
            case "date" -> day(fee.charged());
            case "item.barcode" -> fee.item();
            case "item.biblio.title" -> fee.title();
            default -> "";
        };
    }

    private static String day(ZonedDateTime at) {
        return at.toLocalDate().toString();
    }
}
