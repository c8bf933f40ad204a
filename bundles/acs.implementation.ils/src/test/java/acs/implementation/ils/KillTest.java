// SPDX-License-Identifier: Apache-2.0
package acs.implementation.ils;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Kills a library's process in the middle of its work, as {@code kill -9} does, and looks for what it had answered. */
class KillTest {
    private static final Scene MAIN = Scene.main();
    private static final List<String> ITEMS = List.of("I001", "I003", "I009", "I018");
    private static final int ANSWERS = 400;

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void everyAnsweredLoanAndReturnIsThere() throws Exception {
        Process library = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Integer> answered = new HashMap<>();
        try (BufferedReader answers = library.inputReader()) {
            int read = 0;
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("out ") || line.startsWith("in ")) {
                    answered.merge(line, 1, Integer::sum);
                    read++;
                }
                if (read == ANSWERS) {
                    // By the handle: the process itself would close the stream, and with it the answers not read yet.
                    library.toHandle().destroyForcibly();
                }
            }
            assertThat(read).isGreaterThanOrEqualTo(ANSWERS);
        } finally {
            library.destroyForcibly();
        }
        assertThat(library.waitFor(30, TimeUnit.SECONDS)).isTrue();
        try (TestLibrary after = TestLibrary.onFile(folder)) {
            for (String item : ITEMS) {
                String of = " WHERE item_id = (SELECT id FROM items WHERE barcode = '" + item + "')";
                long returned = after.count("loan_history" + of);
                long lent = returned + after.count("loans" + of);
                assertThat(returned).isGreaterThanOrEqualTo(answered.getOrDefault("in " + item, 0));
                assertThat(lent).isGreaterThanOrEqualTo(answered.getOrDefault("out " + item, 0));
            }
        }
    }

    /** The process that is killed: says each answer when it has it. */
    public static void main(String[] arguments) throws Exception {
        TestLibrary library = TestLibrary.onFile(Path.of(arguments[0]));
        for (String item : ITEMS) {
            new Thread(() -> work(library, item)).start();
        }
    }

    private static void work(TestLibrary library, String item) {
        try {
            while (true) {
                TestLibrary.done(library.checkout(MAIN, "P110", item));
                say("out " + item);
                TestLibrary.done(library.checkin(MAIN, item));
                say("in " + item);
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void say(String answer) throws IOException {
        synchronized (System.out) {
            System.out.write((answer + "\n").getBytes(StandardCharsets.US_ASCII));
            System.out.flush();
        }
    }
}
