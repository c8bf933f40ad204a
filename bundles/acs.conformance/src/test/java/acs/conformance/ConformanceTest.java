// SPDX-License-Identifier: Apache-2.0
package acs.conformance;

import acs.testkit.TranscriptTests;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every transcript: without a socket and with one, without error detection and with it. */
class ConformanceTest {

    @TestFactory
    Stream<DynamicNode> transcripts() throws IOException {
        return TranscriptTests.in(Library.RESOURCES.resolve("transcripts"), Library.only());
    }
}
