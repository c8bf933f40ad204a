// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static acs.implementation.ils.csv.Column.optional;
import static acs.implementation.ils.csv.Column.required;
import static acs.implementation.ils.csv.Reference.CATEGORY;
import static acs.implementation.ils.csv.Reference.ITEM;
import static acs.implementation.ils.csv.Reference.ITEM_TYPE;
import static acs.implementation.ils.csv.Reference.LIBRARY;
import static acs.implementation.ils.csv.Reference.PATRON;
import static acs.implementation.ils.csv.Reference.TITLE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files and their columns, in the order in which they can refer to one another. */
@SuppressWarnings("ImmutableEnumChecker") // the collections are copies that nothing can change
enum DataFile {
    LIBRARIES(
            "libraries.csv",
            required("code", Kind.CODE, "the code").defining(LIBRARY),
            required("name", Kind.LINE, "what people call it")),

    ITEM_TYPES(
            "item_types.csv",
            required("code", Kind.CODE, "the code").defining(ITEM_TYPE),
            optional("name", Kind.LINE, "what people call it"),
            optional("media_type", Kind.MEDIA_TYPE, "SIP2's code (CK); empty: 001, a book")
                    .orElse("001"),
            optional("loan_days", Kind.number(1, 9999), "how long it is lent; empty: 21")
                    .orElse(21),
            optional("renewals", Kind.number(0, 9999), "how often a loan is renewed; empty: no limit"),
            optional("rental_charge", Kind.AMOUNT, "what a loan costs").orElse(BigDecimal.ZERO),
            optional("renewal_charge", Kind.AMOUNT, "what a renewal costs").orElse(BigDecimal.ZERO),
            optional("fine_per_day", Kind.AMOUNT, "what a day overdue costs").orElse(BigDecimal.ZERO),
            optional("magnetic", Kind.BOOLEAN, "whether a desensitiser would erase it"),
            optional("in_library_only", Kind.BOOLEAN, "whether it is read in the library only"),
            optional("not_for_loan", Kind.BOOLEAN, "whether it is never lent"),
            optional("security_inhibit", Kind.BOOLEAN, "whether a terminal leaves its security strip alone")),

    CATEGORIES(
            "categories.csv",
            required("code", Kind.CODE, "the code").defining(CATEGORY),
            optional("name", Kind.LINE, "what people call it"),
            optional("loan_limit", Kind.number(0, 99999), "most loans; empty: no limit"),
            optional("hold_limit", Kind.number(0, 99999), "most holds; empty: no limit"),
            optional("overdue_limit", Kind.number(0, 99999), "most overdue loans; empty: no limit"),
            optional("fee_limit", Kind.AMOUNT, "most a patron may owe; empty: no limit"),
            optional("hold_fee", Kind.AMOUNT, "what a hold costs; empty: nothing")),

    PATRONS(
            "patrons.csv",
            required("cardnumber", Kind.CODE, "the number on the card").defining(PATRON),
            optional("userid", Kind.CODE, "another id"),
            optional("aliases", Kind.CODES, "more ids, separated by blanks"),
            optional("pin", Kind.PIN, "plain, hashed when it is loaded, or `{bcrypt}…`; empty: none"),
            required("surname", Kind.LINE, "the surname"),
            optional("firstname", Kind.LINE, "the first name"),
            required("category", Kind.CODE, "code of a category").referringTo(CATEGORY),
            required("library", Kind.CODE, "code of the home library").referringTo(LIBRARY),
            optional("expires", Kind.DATE, "the last day the card is good for; empty: never"),
            optional("born", Kind.DATE, "the date of birth"),
            optional("address", Kind.TEXT, "the postal address"),
            optional("email", Kind.LINE, "the e-mail address"),
            optional("phone", Kind.LINE, "the telephone number"),
            optional("language", Kind.LANGUAGE, "SIP2's code; empty: 000, unknown"),
            optional("card_lost", Kind.BOOLEAN, "whether the card was reported lost"),
            optional("restricted", Kind.TEXT, "the reason why the patron may not borrow; empty: may")
                    .orNothing(),
            optional("note", Kind.TEXT, "what staff want the patron to read"),
            optional("permissions", Kind.CODES, "such as `circulate`, separated by blanks")),

    ITEMS(
            "items.csv",
            required("barcode", Kind.NUMBER_ON_LABEL, "the number on the label").defining(ITEM),
            required("title", Kind.LINE, "what patrons call it"),
            optional("title_id", Kind.CODE, "copies with the same one share holds; empty: a title of one copy")
                    .defining(TITLE),
            optional("author", Kind.LINE, "the author"),
            optional("isbn", Kind.LINE, "the ISBN"),
            optional("call_number", Kind.LINE, "what is on its spine"),
            required("item_type", Kind.CODE, "code of an item type").referringTo(ITEM_TYPE),
            optional("collection", Kind.LINE, "the shelving category"),
            optional("location", Kind.LINE, "where in the library it belongs"),
            required("home_library", Kind.CODE, "code of the library that owns it")
                    .referringTo(LIBRARY),
            optional("holding_library", Kind.CODE, "code of the library where it is; empty: the home library")
                    .referringTo(LIBRARY),
            optional(
                            "status",
                            Kind.oneOf(
                                    "available",
                                    "on_order",
                                    "in_process",
                                    "in_transit",
                                    "reshelving",
                                    "claimed_returned",
                                    "lost",
                                    "missing",
                                    "withdrawn"),
                            "where it is in its life, loans and holds apart; empty: available")
                    .orElse("available"),
            optional("to_library", Kind.CODE, "code of the library it is under way to, with in_transit only")
                    .referringTo(LIBRARY),
            optional("not_for_loan", Kind.BOOLEAN, "whether this copy is never lent"),
            optional("materials", Kind.TEXT, "loose parts, which staff check"),
            optional("properties", Kind.TEXT, "what terminals stored of it"),
            optional("price", Kind.AMOUNT, "what it costs to replace")),

    LOANS(
            "loans.csv",
            required("barcode", Kind.NUMBER_ON_LABEL, "what is on loan").referringTo(ITEM),
            required("cardnumber", Kind.CODE, "to whom").referringTo(PATRON),
            required("loaned", Kind.MOMENT, "since when"),
            required("due", Kind.DEADLINE, "until when"),
            optional("renewals", Kind.number(0, 9999), "how often it was renewed; empty: never")
                    .orElse(0),
            optional("recalled", Kind.MOMENT, "when the recall was issued; empty: none was"),
            optional("recall_due", Kind.DEADLINE, "until when it was called back")),

    HOLDS(
            "holds.csv",
            required("cardnumber", Kind.CODE, "for whom").referringTo(PATRON),
            optional("barcode", Kind.NUMBER_ON_LABEL, "which copy, or a copy of which title")
                    .referringTo(ITEM),
            optional("title_id", Kind.CODE, "which title").referringTo(TITLE),
            optional("level", Kind.oneOf("item", "title"), "this copy or any; empty: title if title_id is given"),
            optional("placed", Kind.MOMENT, "since when, which decides the order; empty: now"),
            required("pickup_library", Kind.CODE, "code of the library it is fetched from")
                    .referringTo(LIBRARY),
            optional(
                            "status",
                            Kind.oneOf("pending", "waiting", "in_transit", "processing"),
                            "what became of it; all but pending need the barcode of the copy; empty: pending")
                    .orElse("pending"),
            optional("expires", Kind.DEADLINE, "until when it is wanted or, while waiting, kept")),

    FEES(
            "fees.csv",
            optional("id", Kind.CODE, "what it is paid by; empty: a new one"),
            required("cardnumber", Kind.CODE, "who owes it").referringTo(PATRON),
            required("type", Kind.FEE_TYPE, "SIP2's code (BT)"),
            required("amount", Kind.BALANCE, "what was charged"),
            optional("outstanding", Kind.BALANCE, "what is left of it; empty: all"),
            optional("description", Kind.TEXT, "what patrons read"),
            optional("barcode", Kind.NUMBER_ON_LABEL, "the item it is about").referringTo(ITEM),
            optional("date", Kind.MOMENT, "when it was charged; empty: now"));

    private final String fileName;
    private final List<Column> columns;
    private final Map<String, Integer> places;

    DataFile(String fileName, Column... columns) {
        this.fileName = fileName;
        this.columns = List.of(columns);
        this.places = IntStream.range(0, columns.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(place -> columns[place].name(), place -> place));
    }

    /** The file that a path names by its last part. */
    static Optional<DataFile> of(Path path) {
        return Arrays.stream(values())
                .filter(file -> path.endsWith(file.fileName))
                .findFirst();
    }

    /** All file names, for messages. */
    static String names() {
        return Arrays.stream(values()).map(DataFile::fileName).collect(Collectors.joining(", "));
    }

    String fileName() {
        return fileName;
    }

    List<Column> columns() {
        return columns;
    }

    /** The place of a column in the rows; -1 if there is none of that name. */
    int indexOf(String column) {
        return places.getOrDefault(column, -1);
    }
}
