// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import acs.shell.ControlSocket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command of the server's shell: in the server, if it runs; else in one that is started for it in this process,
 * with its doors closed, and ends with it. So the work is done by the same code on the same configuration.
 */
final class Workshop {
    private static final long UP_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Workshop() {}

    static boolean run(String command, PrintWriter out, PrintWriter err) throws Exception {
        Path data = Surroundings.data();
        Server.prepare(data);
        Optional<PidFile> mine = PidFile.take(data);
        if (mine.isEmpty()) {
            return ask(data, command, out, err);
        }
        try {
            return withDoorsClosed(data, command, out, err);
        } finally {
            mine.get().close();
        }
    }

    private static boolean withDoorsClosed(Path data, String command, PrintWriter out, PrintWriter err)
            throws Exception {
        Server server = Server.withDoorsClosed();
        try {
            waitFor(ControlSocket.in(data));
            return ask(data, command, out, err);
        } finally {
            server.stop();
        }
    }

    private static boolean ask(Path data, String command, PrintWriter out, PrintWriter err) throws IOException {
        try (ServerShell shell = ServerShell.connect(data);
                Bar bar = new Bar()) {
            return shell.run(command, out, err, bar);
        }
    }

    private static void waitFor(Path socket) throws IOException, InterruptedException {
        long end = System.nanoTime() + UP_NANOS;
        while (!Files.exists(socket)) {
            if (System.nanoTime() > end) {
                throw new IOException("the library's bundles did not come up; see " + Surroundings.data() + "/log");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
