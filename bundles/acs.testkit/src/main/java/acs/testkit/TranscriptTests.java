// SPDX-License-Identifier: Apache-2.0
package acs.testkit;

import static java.util.Objects.requireNonNull;

import acs.testkit.Transcript.Send;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The transcripts of a folder as tests of JUnit: each at the core in this JVM and over a socket, each without error
 * detection and with it.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> transcripts() throws IOException {
 *     return TranscriptTests.in(Path.of("src/test/resources/transcripts"), stage);
 * }
 * }</pre>
 */
public final class TranscriptTests {
    private static final Pattern TRAILER = Pattern.compile("AZ[0-9A-Fa-f]{4}$");

    private final Transcript transcript;
    private final URI source;
    private final Stage stage;

    private TranscriptTests(Transcript transcript, URI source, Stage stage) {
        this.transcript = transcript;
        this.source = source;
        this.stage = requireNonNull(stage, "stage");
    }

    /** One transcript, however it was read. */
    public static DynamicNode of(Transcript transcript, URI source, Stage stage) {
        return new TranscriptTests(transcript, source, stage).container();
    }

    private static DynamicNode of(Path file, Stage stage) {
        try {
            return of(Transcript.read(file), file.toUri(), stage);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All transcripts of a folder, sorted by name. */
    public static Stream<DynamicNode> in(Path folder, Stage stage) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(Transcript.ENDING))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
        return files.stream().map(file -> of(file, stage));
    }

    private DynamicNode container() {
        return DynamicContainer.dynamicContainer(title(), source, trailers().flatMap(this::tests));
    }

    /** {@code C-139 a normal checkout} from {@code C-139-a-normal-checkout}. */
    private String title() {
        return transcript.name().replace('-', ' ').replaceFirst("^([A-Z]+) (\\d+)", "$1-$2");
    }

    private Stream<Trailers> trailers() {
        boolean written = transcript.steps().stream()
                .anyMatch(step -> step instanceof Send send
                        && TRAILER.matcher(send.text()).find());
        return switch (transcript.header("trailers")) {
            case "written" -> Stream.of(Trailers.WRITTEN);
            case "none" -> Stream.of(Trailers.NONE);
            case "added" -> Stream.of(Trailers.ADDED);
            case "" -> written ? Stream.of(Trailers.WRITTEN) : Stream.of(Trailers.NONE, Trailers.ADDED);
            default ->
                throw new IllegalArgumentException(transcript.name() + ": trailers: " + transcript.header("trailers")
                        + " (expected: written, none or added)");
        };
    }

    private Stream<DynamicNode> tests(Trailers trailers) {
        String how = trailers == Trailers.ADDED ? ", with error detection" : "";
        return Stream.of(
                DynamicTest.dynamicTest("in the JVM" + how, () -> inJvm(trailers)),
                DynamicTest.dynamicTest("over a socket" + how, () -> overSocket(trailers)));
    }

    private void inJvm(Trailers trailers) throws IOException {
        Leaks leaks = new Leaks();
        try (AcsCore core = stage.set(transcript).start()) {
            run(core, Terminals.of(core), trailers);
            Leaks.failIf(core::leaks);
        }
        leaks.failIfThreadsAreLeft();
    }

    private void overSocket(Trailers trailers) throws IOException {
        Leaks leaks = new Leaks();
        try (AcsServer server = AcsServer.open(stage.set(transcript).start())) {
            run(server.core(), Terminals.of(server), trailers);
            Leaks.failIf(server::leaks);
        }
        leaks.failIfThreadsAreLeft();
    }

    private void run(AcsCore core, Terminals terminals, Trailers trailers) throws IOException {
        try (TranscriptRunner runner = new TranscriptRunner(transcript, core, terminals, trailers, stage::given)) {
            runner.run();
        }
    }
}
