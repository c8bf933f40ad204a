// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** One row of the table in {@link MessageType}, as it is written down there. */
final class Row {
    final String code;
    final String answer;
    final ProtocolVersion since;
    final OptionalInt bxPosition;
    final Set<Field> fields = new HashSet<>();
    int[] offsets = {};
    int fixedLength;
    List<Fixed<?>> layout = List.of();
    List<Field> required = List.of();
    List<Field> optional = List.of();

    private Row(String code, String answer, ProtocolVersion since, OptionalInt bxPosition) {
        this.code = code;
        this.answer = answer;
        this.since = since;
        this.bxPosition = bxPosition;
    }

    /** A message of the terminal, the code of its answer, and its place in 98's list of supported messages. */
    static Row asks(String code, ProtocolVersion since, int bxPosition, String answer) {
        return new Row(code, answer, since, OptionalInt.of(bxPosition));
    }

    /** A message of the library. */
    static Row answers(String code, ProtocolVersion since) {
        return new Row(code, "", since, OptionalInt.empty());
    }

    Row layout(Fixed<?>... positions) {
        layout = List.of(positions);
        offsets = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            offsets[i] = fixedLength;
            fixedLength += positions[i].width();
        }
        return this;
    }

    Row required(Field... always) {
        required = List.of(always);
        fields.addAll(required);
        return this;
    }

    Row optional(Field... sometimes) {
        optional = List.of(sometimes);
        fields.addAll(optional);
        return this;
    }
}
