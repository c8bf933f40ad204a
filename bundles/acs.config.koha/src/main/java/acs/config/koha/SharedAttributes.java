// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Attributes that mean the same on more than one element. */
final class SharedAttributes {
    private static final int HIGHEST_BYTE = 255;
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private SharedAttributes() {}

    /** {@code delimiter}: one character that is one byte. */
    static Optional<String> delimiter(Node node) {
        Optional<String> value = node.raw("delimiter").filter(text -> !text.isEmpty());
        if (value.isPresent() && !isDelimiter(value.get())) {
            node.wrong("delimiter", "one character that is neither a letter nor a digit, usually |");
            return Optional.empty();
        }
        return value;
    }

    private static boolean isDelimiter(String text) {
        char character = text.charAt(0);
        return text.length() == 1
                && character > 0
                && character <= HIGHEST_BYTE
                && !Character.isWhitespace(character)
                && !Character.isLetterOrDigit(character);
    }

    /** {@code allow_from}: networks, separated by commas or blanks. */
    static List<String> networks(Node node) {
        List<String> networks = new ArrayList<>();
        for (String part : words(node.text("allow_from").orElse(""))) {
            Optional<String> network = Networks.parse(part);
            if (network.isEmpty()) {
                node.problems()
                        .error(
                                node.line("allow_from"),
                                "`allow_from` contains " + Text.quoted(part)
                                        + " (expected: networks such as 192.168.1.0/24 or 2001:db8::/32)");
                return List.of();
            }
            networks.add(network.get());
        }
        return networks;
    }

    /** {@code encoding}: a character set by the name that Perl or Java has for it; the result is Java's. */
    static Optional<String> encoding(Node node) {
        Optional<String> value = node.text("encoding").map(String::strip);
        if (value.isEmpty()) {
            return value;
        }
        Optional<Charset> charset = charset(value.get());
        if (charset.isEmpty()) {
            node.wrong("encoding", "a character set such as utf8, ascii, iso-8859-1 or cp850");
            return Optional.empty();
        }
        if (!isForWire(charset.get())) {
            node.wrong("encoding", "a character set that contains ASCII as it is, such as utf8 or cp850");
            return Optional.empty();
        }
        return charset.map(Charset::name);
    }

    /** Warns if characters of more than one byte have the delimiter's byte inside: messages would be cut there. */
    static void checkTogether(Node node, String encoding, String delimiter) {
        Charset charset = Charset.forName(encoding);
        CharsetEncoder encoder = charset.newEncoder();
        boolean isSafe = encoder.maxBytesPerChar() == 1 || charset.equals(StandardCharsets.UTF_8);
        for (char character = FIRST_BEYOND_ASCII; !isSafe && character < Character.MIN_SURROGATE; character++) {
            if (encoder.canEncode(character)
                    && contains(String.valueOf(character).getBytes(charset), delimiter.charAt(0))) {
                node.problems()
                        .warning(
                                node.line("encoding"),
                                "`encoding` is " + node.quoted("encoding") + ", where the byte of the delimiter "
                                        + Text.quoted(delimiter)
                                        + " is part of characters (expected: another `delimiter`)");
                return;
            }
        }
    }

    private static boolean contains(byte[] bytes, char what) {
        for (byte one : bytes) {
            if (one == (byte) what) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Charset> charset(String name) {
        String javaName =
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "utf-8-strict" -> "UTF-8";
                    case "shiftjis" -> "Shift_JIS";
                    case "big5-eten" -> "Big5";
                    case "big5-hk" -> "Big5-HKSCS";
                    case "euc-cn" -> "GB2312";
                    default -> name;
                };
        try {
            return Optional.of(Charset.forName(javaName));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Messages are cut by bytes before they are decoded, so what is ASCII must look like it. */
    private static boolean isForWire(Charset charset) {
        StringBuilder ascii = new StringBuilder();
        for (char character = ' '; character <= '~'; character++) {
            if (character != '\\' && character != '~') { // Shift_JIS has a yen and an overline there
                ascii.append(character);
            }
        }
        String text = ascii.append("\r\n").toString();
        return charset.canEncode() && Arrays.equals(text.getBytes(charset), text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What is separated by commas or blanks. */
    static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
