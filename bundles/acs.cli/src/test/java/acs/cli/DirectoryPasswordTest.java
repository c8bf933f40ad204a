// SPDX-License-Identifier: Apache-2.0
package acs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectoryPasswordTest {
    @Test
    void isAskedForWhereItIsNeededAndMissing() {
        assertThat(DirectoryPassword.isWithout("acs:ldap test ada")).isTrue();
        assertThat(DirectoryPassword.isWithout(" ldap  test  'ada' ")).isTrue();
        assertThat(DirectoryPassword.isWithout("acs:ldap test ada secret")).isFalse();
        assertThat(DirectoryPassword.isWithout("acs:ldap")).isFalse();
        assertThat(DirectoryPassword.isWithout("acs:why MAIN")).isFalse();
    }

    @Test
    void isOneWordOfTheCommandWhateverIsInIt() {
        assertThat(DirectoryPassword.with("ldap test ada", "a 'b' \\c")).isEqualTo("ldap test ada 'a \\'b\\' \\\\c'");
    }
}
