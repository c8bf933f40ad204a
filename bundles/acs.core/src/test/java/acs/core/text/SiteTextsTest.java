// SPDX-License-Identifier: Apache-2.0
package acs.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTextsTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void overridesSingleTextsOfALanguage() throws IOException {
        Files.writeString(
                folder.resolve("texts_de.properties"), "session.end=Tsch\u00fcss!\npatron.owes = Noch {0} offen\n");
        Files.writeString(folder.resolve("texts.properties"), "session.end=Bye!\n");

        Texts texts = Texts.watching(folder);

        assertThat(texts.of(Language.GERMAN, "session.end")).isEqualTo("Tsch\u00fcss!");
        assertThat(texts.of(Language.GERMAN, "patron.owes", "2.50")).isEqualTo("Noch 2.50 offen");
        assertThat(texts.of(Language.GERMAN, "login.required")).isEqualTo("Anmeldung erforderlich");
        assertThat(texts.of(Language.ENGLISH, "session.end")).isEqualTo("Bye!");
        assertThat(texts.of(Language.ITALIAN, "session.end")).isEqualTo("Bye!");
        assertThat(texts.of(Language.FRENCH, "session.end")).isEqualTo("Merci !");
    }

    @Test
    void canBringALanguage() throws IOException {
        Files.writeString(folder.resolve("texts_it.properties"), "session.end=Gra\\\n    zie!\n");

        assertThat(Texts.watching(folder).of(Language.ITALIAN, "session.end")).isEqualTo("Grazie!");
    }

    @Test
    void seesWhatIsSavedAndDeleted() throws IOException {
        Texts texts = Texts.watching(folder.resolve("messages"));
        assertThat(texts.of(Language.ENGLISH, "session.end")).isEqualTo("Thank you!");

        Path file = Files.createDirectory(folder.resolve("messages")).resolve("texts.properties");
        Files.writeString(file, "session.end=See you\n");
        await(() -> texts.of(Language.ENGLISH, "session.end").equals("See you"));

        Files.delete(file);
        await(() -> texts.of(Language.ENGLISH, "session.end").equals("Thank you!"));
    }

    @Test
    void saysOnWhichLineSomethingIsWrong() throws IOException {
        Path file = Files.writeString(
                folder.resolve("texts_es.properties"),
                "# ours\n\nsession.fin=Adi\u00f3s\npatron.owes=Debe {1}\nsession.end={0}\npatron.credit=Saldo\n");
        Files.writeString(folder.resolve("textos.properties"), "session.end=x\n");

        Texts texts = Texts.watching(folder);
        // See simplelogger.properties.
        String log = Files.readString(Path.of("target/test.log"));

        assertThat(log)
                .contains(
                        file + ":3: warning: there is no text `session.fin`",
                        file + ":4: warning: `patron.owes` has no place {1} (expected: [0])",
                        file + ":5: warning: `session.end` has no place {0} (expected: none)",
                        folder.resolve("textos.properties") + ":0: warning: the name is that of no language")
                .doesNotContain(file + ":6: warning");
        assertThat(Texts.problems(folder)).isNotEmpty().allSatisfy(problem -> assertThat(log)
                .contains("WARN acs.core.text.SiteTexts - " + problem));
        assertThat(Texts.problems(folder.resolve("nowhere"))).isEmpty();
        assertThat(texts.of(Language.SPANISH, "session.end")).isEqualTo("\u00a1Gracias!");
        assertThat(texts.of(Language.SPANISH, "patron.credit", "1.00")).isEqualTo("Saldo");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
