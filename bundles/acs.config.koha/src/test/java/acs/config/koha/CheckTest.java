// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithAFlawlessFile() throws IOException {
        assertThat(Check.check(Fixtures.write(folder, Fixtures.flawless()))).isEmpty();
    }

    @Test
    void namesBothPlacesOfAnIdThatFilesOfPeopleUse() throws IOException {
        Path file = Fixtures.write(folder, Fixtures.flawless());
        Files.writeString(folder.resolve("acs.account-a.config"), "# ours\ninstitution=\"NORTH\"\n id = \"kiosk1\" \n");
        Files.writeString(folder.resolve("acs.institution-b.cfg"), "id = SOUTH\nimplementation = Demo\n");
        Files.writeString(folder.resolve("acs.listener-c.config"), "id=\"6003\\/tcp\"\n");
        Files.writeString(folder.resolve("acs.core.config"), "id=\"NORTH\"\n");

        assertThat(Check.check(file))
                .map(Object::toString)
                .containsExactly(
                        file + ":13: error: the id `kiosk1` of `login` is used twice, also in acs.account-a.config:3",
                        file + ":28: error: the id `SOUTH` of `institution` is used twice, also in"
                                + " acs.institution-b.cfg:1");
    }

    @Test
    void letsTheFileReferToWhatFilesOfPeopleConfigure() throws IOException {
        Path file = Fixtures.write(
                folder,
                Fixtures.around(
                        "<listeners><service port='1/tcp' transport='RAW' login='none' account='gate'/></listeners>"
                                + "<accounts><login id='x' institution='WEST'/></accounts>"));
        Files.writeString(folder.resolve("acs.account-gate.config"), "id=\"gate\"\n");
        Files.writeString(folder.resolve("acs.institution-west.config"), "id=\"WEST\"\n");

        assertThat(Check.check(file)).isEmpty();
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThat(Check.check(folder.resolve("SIPconfig.xml")))
                .singleElement()
                .hasToString(folder.resolve("SIPconfig.xml") + ":0: error: cannot be read: there is no such file");
    }
}
