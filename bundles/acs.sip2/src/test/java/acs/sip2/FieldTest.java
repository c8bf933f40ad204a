// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTest {
    private static final List<java.lang.reflect.Field> CONSTANTS = Arrays.asList(Field.class.getFields());

    @Test
    void constantsAreNamedAfterTheirCodes() throws IllegalAccessException {
        assertThat(CONSTANTS).hasSizeGreaterThan(90);
        for (java.lang.reflect.Field constant : CONSTANTS) {
            Field field = (Field) constant.get(null);

            assertThat(field.code()).isEqualTo(constant.getName());
            assertThat(field.label()).isNotBlank();
            assertThat(field.known()).isTrue();
            assertThat(field.index()).isBetween(0, Field.INDEX_LIMIT - 1);
            assertThat(Field.of(field.code())).isSameAs(field);
        }
    }

    @Test
    void unknownCodeMakesAFieldOfItsOwn() {
        Field field = Field.of("ZZ");

        assertThat(field).isEqualTo(Field.of("ZZ")).isNotEqualTo(Field.of("zz")).hasSameHashCodeAs(Field.of("ZZ"));
        assertThat(field.known()).isFalse();
        assertThat(field.repeatable()).isTrue();
        assertThat(field.label()).isEmpty();
        assertThat(Field.of("é日").code()).isEqualTo("é日");
    }

    @Test
    void codeHasTwoCharacters() {
        assertThatThrownBy(() -> Field.of("ABC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("code: ABC (expected: two characters)");
    }

    @Test
    void passwordsAreSecret() {
        assertThat(List.of(Field.AC, Field.AD, Field.CO)).allMatch(Field::secret);
        assertThat(Field.AA.secret()).isFalse();
    }

    @Test
    void whoAndWhereAPersonIsIsPersonal() {
        assertThat(List.of(Field.AE, Field.BD, Field.BE, Field.BF, Field.PB, Field.DA, Field.CY))
                .allMatch(Field::personal);
        assertThat(Field.AF.personal()).isFalse();
    }

    @Test
    void listsAndMessagesRepeat() {
        assertThat(List.of(
                        Field.AF, Field.AG, Field.AS, Field.AT, Field.AU, Field.AV, Field.BU, Field.CD, Field.BM,
                        Field.BN))
                .allMatch(Field::repeatable);
        assertThat(Field.AA.repeatable()).isFalse();
    }

    @Test
    void firstVersionEndsWithPermanentLocation() {
        assertThat(Field.AQ.since()).isEqualTo(ProtocolVersion.SIP1);
        assertThat(Field.AS.since()).isEqualTo(ProtocolVersion.SIP2);
        assertThat(Field.BL.since()).isEqualTo(ProtocolVersion.SIP2);
        assertThat(Field.of("AA").since()).isEqualTo(ProtocolVersion.SIP1);
        assertThat(Field.of("A0").since()).isEqualTo(ProtocolVersion.SIP2);
    }
}
