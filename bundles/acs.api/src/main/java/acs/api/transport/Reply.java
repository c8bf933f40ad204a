// SPDX-License-Identifier: Apache-2.0
package acs.api.transport;

/** What goes back to a terminal. The bytes are changed by nobody. */
public final class Reply {
    private static final Reply NONE = new Reply(new byte[0], false);

    private final byte[] bytes;
    private final boolean close;

    private Reply(byte[] bytes, boolean close) {
        this.bytes = bytes;
        this.close = close;
    }

    /** Nothing is sent, the connection stays. */
    public static Reply none() {
        return NONE;
    }

    /** The bytes are sent, the connection stays. */
    public static Reply of(byte[] bytes) {
        return new Reply(bytes, false);
    }

    /** The same, then the connection is closed. */
    public Reply thenClose() {
        return new Reply(bytes, true);
    }

    /** The message with its terminator; empty = nothing is sent. */
    public byte[] bytes() {
        return bytes;
    }

    /** Whether the connection is closed once the bytes are out. */
    public boolean close() {
        return close;
    }
}
