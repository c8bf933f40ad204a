// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.status.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlFileTest {
    @TempDir
    Path folder;

    private List<Problem> problems = List.of();

    @Test
    void knowsTheLineOfEveryElementAndAttribute() throws IOException {
        Element root =
                read("""
                <?xml version="1.0"?>
                <!-- <a b="1"> -->
                <acsconfig>
                  <![CDATA[<no tag="here">]]>
                  <login id="1"
                    note="a > b"

                    institution = 'x'
                  /><login
                    id="2"/>
                </acsconfig>
                """)
                        .orElseThrow();

        assertThat(root.line()).isEqualTo(3);
        Element first = root.children().get(0);
        assertThat(first.line()).isEqualTo(5);
        assertThat(first.attributes().get("id").line()).isEqualTo(5);
        assertThat(first.attributes().get("note").line()).isEqualTo(6);
        assertThat(first.attributes().get("institution").line()).isEqualTo(8);
        Element second = root.children().get(1);
        assertThat(second.line()).isEqualTo(9);
        assertThat(second.attributes().get("id").line()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countsLinesHoweverTheyEnd(String end) throws IOException {
        Element root = read("<a>\n\n<b\nc='1'/></a>".replace("\n", end)).orElseThrow();

        assertThat(root.children().get(0).line()).isEqualTo(3);
        assertThat(root.children().get(0).attributes().get("c").line()).isEqualTo(4);
    }

    @Test
    void ignoresNamespacesAndPrefixes() throws IOException {
        Element root = read("<k:acsconfig xmlns:k='urn:k' xmlns='urn:x' xsi:schemaLocation='y' timeout='3'/>")
                .orElseThrow();

        assertThat(root.name()).isEqualTo("acsconfig");
        assertThat(root.attributes()).containsOnlyKeys("timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"})
    void readsTheEncodingThatTheFileDeclares(String encoding) throws IOException {
        String text = "<?xml version='1.0' encoding='" + encoding + "'?><a b='Größe'/>";

        Element root = read(text.getBytes(Charset.forName(encoding))).orElseThrow();

        assertThat(root.attributes().get("b").value()).isEqualTo("Größe");
    }

    @Test
    void readsAFileWithAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF<a\nb='1'/>").orElseThrow().attributes().get("b").line())
                .isEqualTo(2);
    }

    @Test
    void tellsTheLineOfACharacterInAnotherEncoding() throws IOException {
        assertThat(read("<a>\n<b c='Größe'/></a>".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.text()).contains("expected: UTF-8");
        });
    }

    @Test
    void tellsTheLineWhereXmlIsBroken() throws IOException {
        assertThat(read("<acsconfig>\n<login id='1'>\n</acsconfig>")).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.isError()).isTrue();
            assertThat(problem.text()).startsWith("not well-formed XML: ").contains("\"login\"");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a password='x&hushhush;'/>",
                "<a password='x&hushhush'/>",
                "<a password='x' hushhush='1' hushhush='2'/>",
                "<a password='x'hushhush='/>",
                "<a password=hushhush/>",
                "<hushhush></a>"
            })
    void namesNoPieceOfAPasswordWhenXmlIsBroken(String text) throws IOException {
        assertThat(read(text)).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.text())
                .doesNotContain("hush"));
    }

    @Test
    void refusesADoctypeAndWhatItCouldFetch() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "treasure");

        assertThat(read("<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>\n<a>&x;</a>"))
                .isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.text())
                .isEqualTo("a DOCTYPE is not read (expected: none)"));
    }

    @Test
    void refusesAnEmptyFileATornOneAndOneThatIsNotThere() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(problems).hasSize(1);
        assertThat(read("<acsconfig><login id='1'")).isEmpty();
        assertThat(problems).hasSize(1);

        Problems missing = new Problems("none.xml");
        assertThat(XmlFile.read(folder.resolve("none.xml"), missing)).isEmpty();
        assertThat(missing.sorted())
                .singleElement()
                .hasToString("none.xml:0: error: cannot be read: there is no such file");
    }

    @Test
    void refusesAFileOfAnySizeOrDepthThatNobodyWrites() throws IOException {
        assertThat(read("<a>" + " ".repeat(XmlFile.MAX_BYTES) + "</a>")).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.text())
                .contains("too large"));
        assertThat(read("<a>".repeat(100_000))).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.text())
                .contains("nested"));
    }

    private Optional<Element> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Element> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("test.xml"), bytes);
        Problems found = new Problems("test.xml");
        Optional<Element> root = XmlFile.read(file, found);
        problems = found.sorted();
        return root;
    }
}
