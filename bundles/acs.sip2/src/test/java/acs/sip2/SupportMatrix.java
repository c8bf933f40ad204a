// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of messages as people read it: Markdown that is put between the marks of a page written by hand. */
final class SupportMatrix {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- table: (\\w+) -->\n).*?(<!-- end of table -->)", Pattern.DOTALL);

    private static final List<MessageType> TYPES = List.of(MessageType.values());

    private SupportMatrix() {}

    /** The page with every table made anew. */
    static String fill(String page) {
        return BLOCK.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement(
                        block.group(1) + "\n" + String.join("\n", table(block.group(2))) + "\n\n" + block.group(3)));
    }

    private static List<String> table(String name) {
        return switch (name) {
            case "messages" -> messages();
            case "requests" -> matrix(MessageType::request);
            case "responses" -> matrix(type -> !type.request());
            case "elsewhere" -> elsewhere();
            default ->
                throw new IllegalArgumentException(
                        "table: " + name + " (expected: messages, requests, responses, elsewhere)");
        };
    }

    private static List<String> messages() {
        List<String> lines = new ArrayList<>();
        lines.add("| Code | Message | Since | BX | Answer | Length | Positional fields |");
        lines.add("|---|---|---|---|---|---|---|");
        for (MessageType type : TYPES) {
            String layout = type.layout().stream()
                    .map(fixed -> fixed.name() + " " + fixed.width())
                    .collect(Collectors.joining(", "));
            lines.add(row(
                    type.code(),
                    words(type),
                    type.since().text(),
                    type.bxPosition().isPresent() ? "" + type.bxPosition().getAsInt() : "",
                    type.request() ? type.response().code() : "",
                    "" + type.fixedLength(),
                    layout));
        }
        return lines;
    }

    private static List<String> matrix(Predicate<MessageType> wanted) {
        List<MessageType> types = TYPES.stream().filter(wanted).toList();
        List<String> lines = new ArrayList<>();
        lines.add(row("Field", "Name", "", types.stream().map(MessageType::code).collect(Collectors.joining(" | "))));
        lines.add("|---|---|---|" + "---|".repeat(types.size()));
        for (Field field : Field.all()) {
            if (types.stream().anyMatch(type -> type.has(field))) {
                String cells = types.stream().map(type -> cell(type, field)).collect(Collectors.joining(" | "));
                lines.add(row(field.code(), field.label(), marks(field), cells));
            }
        }
        return lines;
    }

    private static List<String> elsewhere() {
        List<String> lines = new ArrayList<>();
        lines.add("| Field | Name | |");
        lines.add("|---|---|---|");
        for (Field field : Field.all()) {
            if (TYPES.stream().noneMatch(type -> type.has(field))) {
                lines.add(row(field.code(), field.label(), marks(field)));
            }
        }
        return lines;
    }

    private static String cell(MessageType type, Field field) {
        if (type.required().contains(field)) {
            return "**R**";
        }
        return type.optional().contains(field) ? "o" : "";
    }

    private static String marks(Field field) {
        List<String> marks = new ArrayList<>();
        if (field.repeatable()) {
            marks.add("repeats");
        }
        if (field.flag()) {
            marks.add("Y/N");
        }
        if (field.secret()) {
            marks.add("secret");
        }
        if (field.personal()) {
            marks.add("personal");
        }
        return String.join(", ", marks);
    }

    private static String words(MessageType type) {
        return Arrays.stream(type.name().split("_", -1))
                .map(word -> switch (word) {
                    case "SC", "ACS" -> word;
                    default -> word.toLowerCase(Locale.ROOT);
                })
                .collect(Collectors.joining(" "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
