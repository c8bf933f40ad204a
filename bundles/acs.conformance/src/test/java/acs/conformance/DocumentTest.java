// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import acs.testkit.Transcript;
import acs.testkit.TranscriptTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The manual of transcripts shows one that works. */
class DocumentTest {
    private static final Path MANUAL = Path.of("../../docs/protocol/transcripts.md");
    private static final String EXAMPLE = "C-157-fee-not-acknowledged";

    @TestFactory
    DynamicNode showsATranscriptThatRuns() throws IOException {
        return TranscriptTests.of(Transcript.parse("manual", example()), MANUAL.toUri(), Library.only());
    }

    @Test
    void showsATranscriptOfTheSuite() throws IOException {
        assertThat(example())
                .isEqualTo(Files.readString(
                        Library.RESOURCES.resolve("transcripts").resolve(EXAMPLE + Transcript.ENDING)));
    }

    private static String example() throws IOException {
        return Files.readString(MANUAL).split("```sip\n", 2)[1].split("```", 2)[0];
    }
}
