// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.util.Arrays;
import java.util.List;

/** Writes a message by the table. */
final class WireWriter {
    private static final byte[] NOTHING = {};

    private final Encoding encoding;
    private final Outgoing outgoing;

    WireWriter(Encoding encoding) {
        this.encoding = encoding;
        this.outgoing = new Outgoing(encoding);
    }

    byte[] write(Message message) {
        List<Tagged> fields = message.fields();
        Line line = new Line(64 + 24 * fields.size());
        line.putAscii(message.type().code());
        line.putAscii(message.fixedPart());
        for (int i = 0; i < fields.size(); i++) {
            Tagged tagged = fields.get(i);
            line.putAscii(tagged.field().code());
            line.putValue(tagged.field().flag() ? flag(tagged.value()) : tagged.value());
            line.put(encoding.delimiter);
        }
        return line.bytes();
    }

    /** More than one character would be read as a flag that lacks its delimiter, and another field behind it. */
    private static String flag(String value) {
        String letters = value.length() > 1 ? value.strip() : value;
        return letters.length() > 1 ? letters.substring(0, 1) : letters;
    }

    /** Bytes that grow. */
    private final class Line {
        private byte[] bytes;
        private int length;

        Line(int capacity) {
            bytes = new byte[capacity];
        }

        byte[] bytes() {
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }

        void put(byte b) {
            reserve(1);
            bytes[length++] = b;
        }

        /** Fixed fields and codes are ASCII, whatever the character set. */
        void putAscii(String text) {
            reserve(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                bytes[length++] = isPlain(c) ? (byte) c : (byte) '?';
            }
        }

        void putValue(String value) {
            if (!encoding.ascii || !putPlain(value)) {
                byte[] encoded = value.isEmpty() ? NOTHING : outgoing.encode(value);
                reserve(encoded.length);
                System.arraycopy(encoded, 0, bytes, length, encoded.length);
                length += encoded.length;
            }
        }

        /** The way almost every value goes: printable ASCII of fair length needs no care. */
        private boolean putPlain(String value) {
            int count = value.length();
            if (count > Message.VALUE_LIMIT) {
                return false;
            }
            reserve(count);
            int at = length;
            for (int i = 0; i < count; i++) {
                char c = value.charAt(i);
                if (!isPlain(c)) {
                    return false;
                }
                bytes[at++] = (byte) c;
            }
            length = at;
            return true;
        }

        private boolean isPlain(char c) {
            return c >= ' ' && c < 0x7F && c != encoding.delimiter;
        }

        private void reserve(int count) {
            if (bytes.length - length < count) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
            }
        }
    }
}
