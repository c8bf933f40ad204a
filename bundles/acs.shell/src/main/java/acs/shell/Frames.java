// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The language of the control socket: frames of a kind, a length, and that many bytes of UTF-8.
 *
 * <p>The client sends {@link #COMMAND}; the server answers with any number of {@link #OUTPUT} and {@link #PROGRESS}, then
 * one {@link #DONE} or {@link #FAILED}.
 */
public final class Frames {
    public static final int COMMAND = 'C';
    public static final int OUTPUT = 'O';
    /** The name of a step and two numbers, blanks between them: how much of it is done, and how much it is in total. */
    public static final int PROGRESS = 'P';

    public static final int DONE = 'D';
    public static final int FAILED = 'F';

    private static final int LONGEST = 1 << 20;

    private final DataInputStream in;
    private final DataOutputStream out;

    /**
     * One message.
     *
     * @param kind one of the constants
     */
    public record Frame(int kind, String text) {}

    public Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** Sends a frame; may be called by several threads. */
    public synchronized void send(int kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** The next frame; {@link java.io.EOFException} when the other side is gone. */
    public Frame receive() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("frame length: " + length + " (expected: 0.." + LONGEST + ")");
        }
        return new Frame(kind, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
}
