// SPDX-License-Identifier: Apache-2.0
package acs.client;

import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.MessageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The protocol's lists of codes, in words. */
final class Meanings {
    private static final List<String> LANGUAGES = List.of(
            "unknown",
            "English",
            "French",
            "German",
            "Italian",
            "Dutch",
            "Swedish",
            "Finnish",
            "Spanish",
            "Danish",
            "Portuguese",
            "Canadian French",
            "Norwegian",
            "Hebrew",
            "Japanese",
            "Russian",
            "Arabic",
            "Polish",
            "Greek",
            "Chinese",
            "Korean",
            "North American Spanish",
            "Tamil",
            "Malay",
            "United Kingdom",
            "Icelandic",
            "Belgian",
            "Taiwanese");
    private static final List<String> FEE_TYPES = List.of(
            "",
            "other",
            "administrative",
            "damage",
            "overdue",
            "processing",
            "rental",
            "replacement",
            "computer access charge",
            "hold fee");
    private static final List<String> CIRCULATION = List.of(
            "",
            "other",
            "on order",
            "available",
            "charged",
            "charged, not to be recalled yet",
            "in process",
            "recalled",
            "waiting on hold shelf",
            "waiting to be re-shelved",
            "in transit",
            "claimed returned",
            "lost",
            "missing");
    private static final List<String> MEDIA = List.of(
            "other",
            "book",
            "magazine",
            "bound journal",
            "audio tape",
            "video tape",
            "CD or CD-ROM",
            "diskette",
            "book with diskette",
            "book with CD",
            "book with audio tape");
    private static final List<String> SECURITY = List.of("other", "none", "Tattle-Tape strip", "Whisper tape");
    private static final List<String> PAYMENTS = List.of("cash", "VISA", "credit card");
    private static final List<String> HOLDS =
            List.of("", "other", "any copy of a title", "a specific copy", "any copy at one branch");
    private static final List<String> STATUS_CODES = List.of("well", "out of paper", "about to shut down");
    private static final List<String> SUMMARY = List.of(
            "hold items",
            "overdue items",
            "charged items",
            "fine items",
            "recall items",
            "unavailable holds",
            "fee positions");
    private static final List<String> PATRON_STATUS = List.of(
            "charge denied",
            "renewal denied",
            "recall denied",
            "hold denied",
            "card reported lost",
            "too many charged",
            "too many overdue",
            "too many renewals",
            "too many claims returned",
            "too many lost",
            "excessive fines",
            "excessive fees",
            "recall overdue",
            "too many billed");
    private static final Map<String, String> ALERTS = Map.of(
            "00", "none or unknown",
            "01", "hold for this library",
            "02", "hold for another library",
            "03", "hold for interlibrary loan",
            "04", "send to another library",
            "98", "other",
            "99", "other");
    private static final List<String> BX = Arrays.stream(MessageType.values())
            .filter(MessageType::request)
            .sorted(Comparator.comparingInt(type -> type.bxPosition().orElseThrow()))
            .map(MessageType::code)
            .toList();

    private Meanings() {}

    /** What a positional value means; empty if it speaks for itself or nobody knows. */
    static String of(Fixed<?> fixed, String raw) {
        if (fixed == Fixed.LANGUAGE) {
            return listed(LANGUAGES, raw);
        }
        if (fixed == Fixed.FEE_TYPE) {
            return listed(FEE_TYPES, raw);
        }
        if (fixed == Fixed.PAYMENT_TYPE) {
            return listed(PAYMENTS, raw);
        }
        if (fixed == Fixed.CIRCULATION_STATUS) {
            return listed(CIRCULATION, raw);
        }
        if (fixed == Fixed.SECURITY_MARKER) {
            return listed(SECURITY, raw);
        }
        if (fixed == Fixed.STATUS_CODE) {
            return listed(STATUS_CODES, raw);
        }
        if (fixed == Fixed.SUMMARY) {
            return flagged(SUMMARY, raw);
        }
        if (fixed == Fixed.PATRON_STATUS) {
            return flagged(PATRON_STATUS, raw);
        }
        if (fixed == Fixed.TIMEOUT_PERIOD) {
            return raw.equals("999") ? "unknown" : "tenths of a second";
        }
        return switch (raw) {
            case "Y" -> "yes";
            case "N" -> "no";
            case "U" -> "unknown";
            case "+" -> "add";
            case "-" -> "delete";
            case "*" -> "change";
            default -> "";
        };
    }

    /** The same of a tagged value. */
    static String of(Field field, String value) {
        return switch (field.code()) {
            case "BT" -> listed(FEE_TYPES, value);
            case "CK" -> listed(MEDIA, value);
            case "BY" -> listed(HOLDS, value);
            case "LG" -> listed(LANGUAGES, value);
            case "CV" -> ALERTS.getOrDefault(value, "");
            case "BX" -> flagged(BX, value);
            case "BI", "BL", "BO", "CI", "CQ" -> value.equals("Y") ? "yes" : value.equals("N") ? "no" : "";
            default -> "";
        };
    }

    private static String listed(List<String> words, String code) {
        if (code.isEmpty() || code.length() > 3 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "";
        }
        int index = Integer.parseInt(code);
        return index < words.size() ? words.get(index) : "";
    }

    private static String flagged(List<String> words, String flags) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < Math.min(words.size(), flags.length()); i++) {
            if (flags.charAt(i) == 'Y') {
                set.add(words.get(i));
            }
        }
        return set.isEmpty() ? "none" : String.join(", ", set);
    }
}
