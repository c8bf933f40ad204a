// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Which line each key was first seen in, for millions of keys in little memory: their bytes lie in one array, found
 * through an open hash table of offsets. A key takes its length and some 16 bytes, a tenth of what a hash map needs.
 */
final class KeyTable {
    /** Before the bytes of each key: line (4 bytes), length (2 bytes). */
    private static final int HEAD = 6;

    private static final int LONGEST = 0xFFFF;

    private byte[] keys = new byte[1024];
    private int end = 1;
    private int[] slots = new int[256];
    private int size;

    /**
     * Remembers a key unless it is known.
     *
     * @return 0 if it is new, otherwise the line it was first seen in
     */
    int putIfAbsent(String key, int line) {
        byte[] bytes = bytes(key);
        int slot = slotOf(bytes);
        if (slots[slot] != 0) {
            return lineAt(slots[slot]);
        }
        slots[slot] = append(bytes, line);
        if (++size > slots.length / 2) {
            grow();
        }
        return 0;
    }

    /** The line a key was first seen in, 0 if it never was. */
    int lineOf(String key) {
        int offset = slots[slotOf(bytes(key))];
        return offset == 0 ? 0 : lineAt(offset);
    }

    boolean contains(String key) {
        return lineOf(key) != 0;
    }

    int size() {
        return size;
    }

    private static byte[] bytes(String key) {
        byte[] bytes = key.getBytes(UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("key of " + bytes.length + " bytes (expected: 0.." + LONGEST + ")");
        }
        return bytes;
    }

    private int slotOf(byte[] bytes) {
        int mask = slots.length - 1;
        int slot = spread(bytes, 0, bytes.length) & mask;
        while (slots[slot] != 0 && !isAt(slots[slot], bytes)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int offset, byte[] bytes) {
        int from = offset + HEAD;
        return lengthAt(offset) == bytes.length
                && Arrays.equals(keys, from, from + bytes.length, bytes, 0, bytes.length);
    }

    private int append(byte[] bytes, int line) {
        int needed = Math.addExact(end, HEAD + bytes.length);
        if (needed > keys.length) {
            keys = Arrays.copyOf(keys, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, keys.length * 3L / 2)));
        }
        int offset = end;
        keys[offset] = (byte) (line >>> 24);
        keys[offset + 1] = (byte) (line >>> 16);
        keys[offset + 2] = (byte) (line >>> 8);
        keys[offset + 3] = (byte) line;
        keys[offset + 4] = (byte) (bytes.length >>> 8);
        keys[offset + 5] = (byte) bytes.length;
        System.arraycopy(bytes, 0, keys, offset + HEAD, bytes.length);
        end = needed;
        return offset;
    }

    private int lineAt(int offset) {
        return (keys[offset] & 0xFF) << 24
                | (keys[offset + 1] & 0xFF) << 16
                | (keys[offset + 2] & 0xFF) << 8
                | (keys[offset + 3] & 0xFF);
    }

    private int lengthAt(int offset) {
        return (keys[offset + 4] & 0xFF) << 8 | (keys[offset + 5] & 0xFF);
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        int mask = slots.length - 1;
        for (int offset : old) {
            if (offset != 0) {
                int from = offset + HEAD;
                int slot = spread(keys, from, from + lengthAt(offset)) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = offset;
            }
        }
    }

    /** Numbers that count up must not fall into neighbouring slots, or probing becomes a long walk. */
    private static int spread(byte[] bytes, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
