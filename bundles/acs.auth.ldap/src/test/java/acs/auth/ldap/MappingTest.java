// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acs.api.auth.DirectoryEntry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final Person ADA = new Person(
            "uid=ada", Map.of("uid", "ada", "sn", "Lovelace", "employeetype", "Prof", "photo", "x".repeat(5000)));

    private static DirectoryEntry describe(boolean clears, String[] categories, String other) {
        String[] columns = {
            "userid=uid",
            "SURNAME=sn",
            "phone=telephoneNumber",
            "city=l|Athens",
            "note=photo",
            "categorycode=employeeType|EM",
            "password=userPassword"
        };
        return Mapping.of(columns, categories, other, clears).describe(ADA, true, true, DirectoryEntry.Pin.KEEP);
    }

    @Test
    void keepsOrClearsWhatTheDirectoryHasNoMore() {
        assertThat(describe(false, new String[0], "").values()).containsOnlyKeys("userid", "surname", "categorycode");
        assertThat(describe(true, new String[0], "").values())
                .containsEntry("phone", "")
                .containsEntry("city", "Athens")
                .containsEntry("note", "")
                .doesNotContainKey("password");
    }

    @Test
    void translatesCategories() {
        String[] words = {"Prof=STAFF", "Stud=ST"};
        assertThat(describe(false, words, "").values()).containsEntry("categorycode", "STAFF");
        assertThat(describe(false, new String[] {"Stud=ST"}, "").values()).containsEntry("categorycode", "Prof");
        assertThat(describe(false, new String[] {"Stud=ST"}, "OTHER").values()).containsEntry("categorycode", "OTHER");
    }

    @Test
    void needsAUserId() {
        assertThatThrownBy(() -> Mapping.of(new String[] {"surname=sn"}, new String[0], "", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userid");
    }

    @Test
    void neverAsksForThePassword() {
        assertThat(Mapping.of(Given.MAPPING, new String[0], "", false).attributes())
                .contains("uid", "sn")
                .doesNotContain("userPassword");
    }
}
