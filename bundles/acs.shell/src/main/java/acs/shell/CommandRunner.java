// SPDX-License-Identifier: Apache-2.0
package acs.shell;

import acs.api.data.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/** Runs one client's commands, one after the other, in a session of its own. */
final class CommandRunner implements AutoCloseable {
    /** Under this name a command finds where to report its {@link Progress}. */
    static final String PROGRESS = "acs.progress";

    private final Frames frames;
    private final PrintStream out;
    private final CommandSession session;

    CommandRunner(CommandProcessor processor, Frames frames) {
        this.frames = frames;
        this.out = new PrintStream(new Output(), false, StandardCharsets.UTF_8);
        this.session = processor.createSession(InputStream.nullInputStream(), out, out);
        session.put("SCOPE", "acs:gogo:felix:*");
        session.put(PROGRESS, (Progress) (step, done, total) -> report(step + " " + done + " " + total));
    }

    void run(String command) throws IOException {
        try {
            Object result = session.execute(command);
            if (result != null) {
                CharSequence text = session.format(result, Converter.INSPECT);
                out.println(text);
            }
            out.flush();
            frames.send(Frames.DONE, "");
        } catch (IOException broken) {
            throw broken;
        } catch (Exception failed) { // whatever the command threw is its answer
            out.flush();
            String message = failed.getMessage();
            frames.send(Frames.FAILED, message == null ? failed.toString() : message);
        }
    }

    private void report(String progress) {
        try {
            frames.send(Frames.PROGRESS, progress);
        } catch (IOException gone) {
            // the client does not want to know any more; the command goes on
            session.put(PROGRESS, null);
        }
    }

    @Override
    public void close() {
        session.close();
        out.close();
    }

    /** Passes on what a command prints, in pieces as they come. */
    private final class Output extends ByteArrayOutputStream {
        @Override
        public synchronized void flush() throws IOException {
            if (size() > 0) {
                String text = toString(StandardCharsets.UTF_8);
                reset();
                frames.send(Frames.OUTPUT, text);
            }
        }
    }
}
