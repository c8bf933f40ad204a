// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads a line by the table. */
final class WireReader {
    private static final int CODE_LENGTH = 2;

    private final Encoding encoding;

    WireReader(Encoding encoding) {
        this.encoding = encoding;
    }

    Reading read(byte[] line) {
        MessageType type = line.length < CODE_LENGTH ? null : MessageType.of(line[0], line[1]);
        if (type == null) {
            return new Reading.NotUnderstood("unknown message code", Optional.empty());
        }
        int end = CODE_LENGTH + type.fixedLength();
        if (line.length < end) {
            return new Reading.NotUnderstood(
                    "fixed part has " + (line.length - CODE_LENGTH) + " of " + type.fixedLength() + " characters",
                    Optional.of(type));
        }
        if (Alignment.isShort(type, line, CODE_LENGTH, end, encoding.delimiter)) {
            return new Reading.NotUnderstood("fixed part lacks characters: a field starts in it", Optional.of(type));
        }
        String fixedPart = new String(line, CODE_LENGTH, type.fixedLength(), StandardCharsets.ISO_8859_1);
        Segments segments = new Segments(line, end);
        segments.read();
        Message message = new Message(type, fixedPart, Collections.unmodifiableList(segments.fields));
        for (Field field : type.required()) {
            if (!message.has(field)) {
                segments.oddity("required field " + field + " is missing");
            }
        }
        return new Reading.Understood(message, segments.oddities);
    }

    /** The tagged part of one line: reads it once, from left to right. */
    private final class Segments {
        final List<Tagged> fields = new ArrayList<>(12);
        List<String> oddities = List.of();
        private final byte[] line;
        private final int start;
        private final BitSet seen = new BitSet(Field.INDEX_LIMIT);

        Segments(byte[] line, int start) {
            this.line = line;
            this.start = start;
        }

        void read() {
            int from = start;
            for (int i = start; i < line.length; i++) {
                if (line[i] == encoding.delimiter) {
                    segment(from, i);
                    from = i + 1;
                }
            }
            if (from == line.length) {
                return;
            }
            if (isPadding(from)) {
                oddity("padding after the last field");
                return;
            }
            oddity("last field has no delimiter");
            segment(from, line.length);
        }

        private void segment(int from, int to) {
            int next = from;
            while (next >= 0) {
                next = field(next, to);
            }
        }

        /** Takes one field and returns where the next one starts in the same segment, or -1. */
        private int field(int from, int to) {
            if (to - from < CODE_LENGTH) {
                oddity(to == from ? "field without a code" : "field of one character");
                return -1;
            }
            Field field = Field.known(line[from], line[from + 1]);
            if (field == null) {
                field = Field.of(new String(line, from, CODE_LENGTH, StandardCharsets.ISO_8859_1));
                oddity("unknown field " + Printable.of(field.code()));
            }
            int value = from + CODE_LENGTH;
            if (field.flag() && startsField(value + 1, to)) {
                // Some servers forget the delimiter after a field of one character (BLYBV7.00).
                oddity("field " + field + " has no delimiter");
                add(field, value, value + 1);
                return value + 1;
            }
            add(field, value, to);
            return -1;
        }

        private void add(Field field, int from, int to) {
            String value = encoding.decode(line, from, to);
            if (value.length() > Message.VALUE_LIMIT) {
                oddity("field " + Printable.of(field.code()) + " is longer than " + Message.VALUE_LIMIT
                        + " characters");
            }
            if (!field.repeatable() && !firstTime(field)) {
                oddity("field " + field + " is there more than once, the first counts");
            }
            fields.add(new Tagged(field, value));
        }

        private boolean startsField(int at, int to) {
            return at + CODE_LENGTH <= to
                    && (line[at - 1] == 'Y' || line[at - 1] == 'N')
                    && Field.known(line[at], line[at + 1]) != null;
        }

        private boolean isPadding(int from) {
            for (int i = from; i < line.length; i++) {
                if (line[i] != ' ' && line[i] != 0 && line[i] != '\t' && line[i] != '\n') {
                    return false;
                }
            }
            return true;
        }

        private boolean firstTime(Field field) {
            if (seen.get(field.index())) {
                return false;
            }
            seen.set(field.index());
            return true;
        }

        /** A hostile line can be odd ten thousand times: each kind is told once, and not too many of them. */
        void oddity(String text) {
            if (oddities.size() >= Reading.ODDITIES_LIMIT || oddities.contains(text)) {
                return;
            }
            if (oddities.isEmpty()) {
                oddities = new ArrayList<>();
            }
            oddities.add(text);
        }
    }
}
