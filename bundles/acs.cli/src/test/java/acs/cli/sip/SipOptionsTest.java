// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Each option of the command, under each of its names, against the demo library. */
class SipOptionsTest {
    @TempDir
    static Path folder;

    private static DemoServer server;

    @BeforeAll
    static void open() throws Exception {
        server = new DemoServer(folder, "options");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** A line of the table. */
    record Row(List<String> names, String value, List<String> others, String printed) {
        static Row of(String line) {
            String[] columns = line.split(" ; ", 4);
            List<String> others = columns[2].equals("-") ? List.of() : List.of(columns[2].split(" "));
            return new Row(List.of(columns[0].split(" ")), columns[1], others, columns[3]);
        }
    }

    private static Stream<Row> rows() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/sip-options.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Stream<Arguments> options() {
        return rows().flatMap(row -> row.names().stream().map(name -> Arguments.of(name, row)));
    }

    @Test
    void areAllInTheTable() {
        List<String> all = new CommandLine(new SipCommand())
                .getCommandSpec().options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .toList();

        assertThat(rows().flatMap(row -> row.names().stream())).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("options")
    void works(String name, Row row) {
        CommandRun done = CommandRun.of(arguments(name, row));

        assertThat(done.out() + done.err()).containsPattern(Pattern.compile(row.printed(), Pattern.DOTALL));
    }

    /** What one prints can be what the other reads. */
    @Test
    void canBePipedIntoEachOther() {
        Row row = Row.of("-m ; patron_information ; --patron P001 --password 1001 ; -");
        String printed = CommandRun.of(arguments("-m", row)).out();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(CommandRun.of("--decode").out())
                    .contains("93 login (terminal to server)", "94 login response", "63 patron information")
                    .contains("  AE personal name              Penelope Quarto");
        } finally {
            System.setIn(before);
        }
    }

    private static String[] arguments(String name, Row row) {
        Map<String, String> usual = new TreeMap<>(
                Map.of("-a", "localhost", "-p", server.port("6001"), "-su", "term1", "-sp", "term1", "-l", "MAIN"));
        row.names().forEach(usual::remove);
        row.others().forEach(usual::remove);
        List<String> all = new ArrayList<>();
        usual.forEach((option, value) -> all.addAll(List.of(option, value)));
        all.add(name);
        if (!row.value().equals("-") || name.equals("--hold-mode")) {
            all.add(filled(row.value()));
        }
        row.others().forEach(other -> all.add(filled(other)));
        return all.toArray(String[]::new);
    }

    private static String filled(String text) {
        if (text.startsWith("@")) {
            return server.port(text.substring(1));
        }
        return text.startsWith("$")
                ? folder.resolve(text.substring(1)).toString()
                : (text.contains("__") || text.contains("=")) ? text.replace('_', ' ') : text;
    }
}
