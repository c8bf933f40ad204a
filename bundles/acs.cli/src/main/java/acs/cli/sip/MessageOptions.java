// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say what stands in a message. */
final class MessageOptions {
    @Option(
            names = {"-su", "--sip_user"},
            paramLabel = "NAME",
            description = "Logs in by this name first.")
    String user = "";

    @Option(
            names = {"-sp", "--sip_pass"},
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "The password for that, also sent as AC; asked for if it is not given here.")
    String password = "";

    @Option(
            names = {"-l", "--location", "--location_code"},
            paramLabel = "CODE",
            description = "Location code of the login (CP), institution (AO) and current location (AP).")
    String location = "";

    @Option(names = "--patron", paramLabel = "ID", description = "Patron (AA).")
    String patron = "";

    @Option(
            names = "--password",
            paramLabel = "PIN",
            arity = "0..1",
            interactive = true,
            description = "The patron's password (AD); asked for if no value follows.")
    String pin = "";

    @Option(
            names = {"-i", "--item"},
            paramLabel = "ID",
            description = "Item (AB).")
    String item = "";

    @Option(
            names = {"-s", "--summary"},
            description = "Ten characters, Y for the list that is wanted: holds, overdue, charged, fines, recalls,"
                    + " unavailable holds.")
    String summary = "";

    @Option(names = "--start-item", paramLabel = "N", description = "First entry of that list (BP).")
    String startItem = "";

    @Option(names = "--end-item", paramLabel = "N", description = "Last entry of that list (BQ).")
    String endItem = "";

    @Option(
            names = {"-fa", "--fee-acknowledged"},
            paramLabel = "Y|N",
            description = "The patron agrees to the fee (BO).")
    String feeAcknowledged = "";

    @Option(names = "--fee-type", defaultValue = "01", description = "01 to 09 (default: ${DEFAULT-VALUE}).")
    String feeType = "01";

    @Option(names = "--payment-type", defaultValue = "00", description = "00 to 99 (default: ${DEFAULT-VALUE}).")
    String paymentType = "00";

    @Option(names = "--currency-type", defaultValue = "USD", description = "Default: ${DEFAULT-VALUE}.")
    String currency = "USD";

    @Option(names = "--fee-amount", paramLabel = "AMOUNT", description = "What is paid (BV).")
    String feeAmount = "";

    @Option(names = "--fee-identifier", paramLabel = "ID", description = "Which fee is paid (CG).")
    String feeIdentifier = "";

    @Option(names = "--transaction-id", paramLabel = "ID", description = "The payment's own id (BK).")
    String transaction = "";

    @Option(names = "--pickup-location", paramLabel = "CODE", description = "Where a hold is fetched (BS).")
    String pickup = "";

    @Option(names = "--hold-mode", paramLabel = "+|-|*", defaultValue = "+", description = "Default: ${DEFAULT-VALUE}.")
    String holdMode = "+";

    @Option(
            names = {"-n", "--no-block"},
            paramLabel = "Y|N",
            defaultValue = "N",
            description = "Something that has happened already (default: ${DEFAULT-VALUE}).")
    String noBlock = "N";

    @Option(names = "--cancel", paramLabel = "Y|N", defaultValue = "N", description = "BI (default: ${DEFAULT-VALUE}).")
    String cancel = "N";

    @Option(names = "--language", defaultValue = "001", description = "000 to 027 (default: ${DEFAULT-VALUE}).")
    String language = "001";

    @Option(
            names = "--card-retained",
            paramLabel = "Y|N",
            defaultValue = "N",
            description = "For block_patron (default: ${DEFAULT-VALUE}).")
    String cardRetained = "N";

    @Option(
            names = "--field",
            paramLabel = "CODE=VALUE",
            description = "Any other field, or another value for one: --field AJ=Emma. Can be repeated.")
    Map<String, String> fields = new LinkedHashMap<>();

    /** Whether an option was given, by the name that errors call it. */
    boolean has(String option) {
        return switch (option) {
            case "patron" -> !patron.isEmpty() || fields.containsKey("AA");
            case "item" -> !item.isEmpty() || fields.containsKey("AB");
            case "item or title" -> has("item") || fields.containsKey("AJ") || fields.containsKey("MA");
            case "fee-amount" -> !feeAmount.isEmpty() || fields.containsKey("BV");
            case "sip_user" -> !user.isEmpty();
            default -> throw new IllegalArgumentException("option: " + option + " (expected: one that is required)");
        };
    }
}
