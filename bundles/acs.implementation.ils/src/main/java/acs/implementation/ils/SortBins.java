// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the bin of a sorter by lines of the form {@code library:field:operator:value…:bin}, the first that fits.
 *
 * <p>Fields are those of the item, also by the names that Koha gives them; a value {@code $field} is that field's. The
 * operators eq (=) and ne (!=) compare texts, {@code < > <= >=} leading numbers.
 */
final class SortBins {
    private static final Logger LOG = LoggerFactory.getLogger(SortBins.class);

    private static final Pattern NUMBER = Pattern.compile("\\s*([-+]?[0-9]{1,18}(\\.[0-9]{1,18})?)");

    /** So that a line is complained of once, and not with every return. */
    private static final Set<String> COMPLAINED = ConcurrentHashMap.newKeySet();

    private static final int MOST_COMPLAINTS = 100;

    private final Desk desk;

    SortBins(Desk desk) {
        this.desk = desk;
    }

    /** The bin for an item that came back here; empty text = none. */
    String bin(ItemRow item, long here) throws SQLException {
        String ofAccount = desk.account().text("sort_bin_mapping");
        String lines = ofAccount.isBlank() ? desk.preference("SIP2SortBinMapping") : ofAccount;
        if (lines.isBlank()) {
            return "";
        }
        Map<String, String> fields = fields(item);
        String library = desk.reference().libraryCode(here);
        for (String line : lines.split("\\R", -1)) {
            List<String> parts = List.of(line.strip().split(":", -1));
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (parts.size() < 5 || (parts.size() - 2) % 3 != 0) {
                complain(line);
            } else if (parts.get(0).equals(library) && fits(parts, fields)) {
                return parts.get(parts.size() - 1);
            }
        }
        return "";
    }

    private static void complain(String line) {
        if (COMPLAINED.size() < MOST_COMPLAINTS && COMPLAINED.add(line)) {
            LOG.warn("Malformed preference line found: {}", line);
        }
    }

    private Map<String, String> fields(ItemRow item) throws SQLException {
        Map<String, String> fields = new HashMap<>();
        String type = desk.reference().itemType(item.typeId()).code();
        fields.put("itype", type);
        fields.put("effective_itemtype", type);
        fields.put("ccode", item.collection());
        fields.put("collection_code", item.collection());
        fields.put("location", item.location());
        fields.put("permanent_location", item.location());
        fields.put("itemcallnumber", item.callNumber());
        fields.put("call_number", item.callNumber());
        fields.put("barcode", item.barcode());
        fields.put("itemnumber", Long.toString(item.id()));
        fields.put("biblionumber", Long.toString(item.titleId()));
        fields.put("title", item.title());
        fields.put("author", item.author());
        fields.put("isbn", item.isbn());
        fields.put("materials", item.materials());
        fields.put("notforloan", item.notForLoan() ? "1" : "0");
        fields.put("itemlost", Integer.toString(LostValue.of(item.state())));
        fields.put("withdrawn", item.state() == ItemRow.State.WITHDRAWN ? "1" : "0");
        fields.put("homebranch", desk.reference().library(item.homeLibrary()).code());
        fields.put(
                "holdingbranch", desk.reference().library(item.holdingLibrary()).code());
        return fields;
    }

    private static boolean fits(List<String> parts, Map<String, String> fields) {
        for (int i = 1; i + 2 < parts.size(); i += 3) {
            String said = parts.get(i + 2);
            String value = said.startsWith("$") ? fields.getOrDefault(said.substring(1), "") : said;
            String field = fields.getOrDefault(parts.get(i), "");
            // What an item does not have fits nothing, not even "is not".
            if (field.isEmpty() || !compare(field, parts.get(i + 1), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean compare(String field, String operator, String value) {
        return switch (operator.toLowerCase(Locale.ROOT)) {
            case "eq", "=" -> field.equals(value);
            case "ne", "!=" -> !field.equals(value);
            case "<" -> leading(field).compareTo(leading(value)) < 0;
            case ">" -> leading(field).compareTo(leading(value)) > 0;
            case "<=" -> leading(field).compareTo(leading(value)) <= 0;
            case ">=" -> leading(field).compareTo(leading(value)) >= 0;
            default -> false;
        };
    }

    /** The number that a text begins with; zero if it begins with none. */
    private static BigDecimal leading(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.lookingAt() ? new BigDecimal(number.group(1)) : BigDecimal.ZERO;
    }
}
