// SPDX-License-Identifier: Apache-2.0
package acs.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Dialect;
import acs.api.Dialect.ErrorDetection;
import acs.api.Dialect.PatronId;
import acs.api.Dialect.Terminator;
import acs.api.Rights;
import acs.sip2.Trailer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes that are no characters, or not those of the terminal's set. */
@Timeout(60)
class HostileCharactersTest {
    private static final String NOW = "20260115    093000";

    private final Shelf shelf = new Shelf();
    private final Harness harness = Harness.withShelf(shelf);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    @DisplayName("R-059 a character of CP850 comes back as the byte that it was, with the right checksum")
    void sendsBackTheByteOfCp850() {
        harness.account(Harness.account("sc01", "secret1", Rights.all(), dialect("IBM850", ErrorDetection.ENABLED)));
        Kiosk kiosk = harness.loggedIn();
        byte[] body = ("23001" + NOW + "AOMAIN|AAP\u0084|AC|AD1234|").getBytes(ISO_8859_1);

        byte[] answer = kiosk.send(Trailer.append(body, OptionalInt.of(2)));

        assertThat(new String(answer, ISO_8859_1)).contains("|AAP\u0084|BLY|");
        assertThat(sealed(answer)).hasValue(2);
    }

    @Test
    @DisplayName("R-060 a byte that is none of UTF-8 finds nobody, and the answer has the right checksum")
    void survivesABrokenCharacter() {
        byte[] body = ("23001" + NOW + "AOMAIN|AAX\u0084|AC|AD1234|").getBytes(ISO_8859_1);

        byte[] answer = harness.loggedIn().send(Trailer.append(body, OptionalInt.of(2)));

        assertThat(new String(answer, UTF_8)).startsWith("24YYYY").contains("|AAX\uFFFD|BLN|");
        assertThat(sealed(answer)).hasValue(2);
    }

    @Test
    @DisplayName("R-065 Big5 with its own delimiter keeps a 0x7C inside a character, with the bar it does no harm")
    void keepsBigFiveTogether() {
        byte[] name = {(byte) 0xA5, '|'}; // one character
        harness.account(Harness.account(
                "wide",
                "secret1",
                Rights.all(),
                new Dialect(Charset.forName("Big5"), '\u0080', Terminator.CR, ErrorDetection.ENABLED, PatronId.SENT)));
        harness.account(Harness.account("narrow", "secret1", Rights.all(), dialect("Big5", ErrorDetection.ENABLED)));

        assertThat(ask("wide", join("23001" + NOW + "AOMAIN\u0080AAP", name, "\u0080AC\u0080AD1234\u0080")))
                .contains("\u0080AAP" + new String(name, ISO_8859_1) + "\u0080BLY\u0080");
        assertThat(ask("narrow", join("23001" + NOW + "AOMAIN|AAX", name, "|AC|AD1234|")))
                .startsWith("24YYYY")
                .contains("|BLN|");
    }

    private static Dialect dialect(String charset, ErrorDetection detection) {
        return new Dialect(Charset.forName(charset), '|', Terminator.CRLF, detection, PatronId.SENT);
    }

    private String ask(String account, byte[] line) {
        Kiosk kiosk = harness.connect();
        kiosk.conversation.logIn(account, "");
        return new String(kiosk.send(line), ISO_8859_1);
    }

    private static byte[] join(String before, byte[] middle, String after) {
        return (before + new String(middle, ISO_8859_1) + after).getBytes(ISO_8859_1);
    }

    /** The number that the answer is sealed with, if its checksum is right. */
    private static OptionalInt sealed(byte[] answer) {
        byte[] line =
                Arrays.copyOf(answer, answer.length - Terminator.CRLF.text().length());
        return ((Trailer.Good) Trailer.of(line)).sequence();
    }
}
