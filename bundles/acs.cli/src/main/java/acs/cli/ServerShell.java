// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import acs.shell.ControlSocket;
import acs.shell.Frames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The shell of the running server, from outside. */
final class ServerShell implements AutoCloseable {
    private final SocketChannel socket;
    private final Frames frames;

    private ServerShell(SocketChannel socket) {
        this.socket = socket;
        this.frames = new Frames(Channels.newInputStream(socket), Channels.newOutputStream(socket));
    }

    static ServerShell connect(Path data) throws IOException {
        if (!Files.exists(ControlSocket.in(data))) {
            throw new IOException("no server runs on " + data);
        }
        try {
            return new ServerShell(SocketChannel.open(ControlSocket.address(data)));
        } catch (IOException refused) {
            throw new IOException("the server on " + data + " does not answer: " + refused.getMessage(), refused);
        }
    }

    /** Runs a command and prints what it prints; whether it was done. */
    boolean run(String command, PrintWriter out, PrintWriter err) throws IOException {
        return run(command, out, err, (step, done, total) -> {});
    }

    boolean run(String command, PrintWriter out, PrintWriter err, ProgressListener progress) throws IOException {
        frames.send(Frames.COMMAND, command);
        while (true) {
            Frames.Frame frame = frames.receive();
            switch (frame.kind()) {
                case Frames.OUTPUT -> {
                    progress.makeWay();
                    out.print(frame.text());
                    out.flush();
                }
                case Frames.PROGRESS -> {
                    String[] words = frame.text().split(" ", 3);
                    progress.at(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]));
                }
                case Frames.DONE -> {
                    return true;
                }
                case Frames.FAILED -> {
                    progress.makeWay();
                    err.println(frame.text());
                    err.flush();
                    return false;
                }
                default -> throw new IOException("frame " + frame.kind() + " (expected: O, P, D or F)");
            }
        }
    }

    /** The text as one word of a command. */
    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The names of all commands. */
    List<String> commands() throws IOException {
        StringWriter names = new StringWriter();
        PrintWriter out = new PrintWriter(names);
        run("help", out, out);
        return Arrays.stream(names.toString().split("\\s+", -1))
                .filter(name -> name.contains(":"))
                .sorted()
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
