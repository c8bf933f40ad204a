// SPDX-License-Identifier: Apache-2.0
package acs.client;

import acs.client.Explanation.Part;
import acs.sip2.Checksum;
import acs.sip2.Field;
import acs.sip2.Fixed;
import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Tagged;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes one line to pieces. For one use by one thread. */
final class Dissection {
    private static final String MASK = "***";
    private static final int CODE_LENGTH = 2;
    private static final int BX_LENGTH = 16;

    private final Wire wire;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Dissection(Wire wire) {
        this.wire = wire;
    }

    List<Part> parts() {
        return parts;
    }

    List<String> warnings() {
        return warnings;
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    void positions(Message message) {
        for (Fixed<?> fixed : message.type().layout()) {
            String raw = message.raw(fixed);
            parts.add(new Part("", fixed.name(), Screen.fit(raw), Meanings.of(fixed, raw)));
            FixedValue.problem(fixed, raw).ifPresent(this::warn);
        }
    }

    void fields(Message message) {
        boolean login = message.type() == MessageType.LOGIN;
        boolean lacksPassword = login && !message.has(Field.CO);
        boolean afterSecret = false;
        for (Tagged tagged : message.fields()) {
            Field field = tagged.field();
            // what looks like a field after a password may be the rest of a password with a delimiter in it
            boolean remainder = (afterSecret || login) && !field.known();
            tagged(tagged, field.secret() || remainder || (lacksPassword && field.equals(Field.CN)));
            afterSecret = field.secret() || (afterSecret && remainder);
            if (field.known() && !message.type().has(field)) {
                warn("field " + field + " is not part of this message");
            }
        }
    }

    private void tagged(Tagged tagged, boolean hidden) {
        Field field = tagged.field();
        String value = tagged.value();
        if (hidden) {
            parts.add(new Part(field.known() ? field.code() : "??", field.label(), value.isEmpty() ? "" : MASK, ""));
            return;
        }
        parts.add(new Part(Screen.fit(field.code()), field.label(), shown(tagged), Meanings.of(field, value)));
        if (field.equals(Field.BX) && value.strip().length() != BX_LENGTH) {
            warn("field BX has " + value.strip().length() + " characters (expected: " + BX_LENGTH + ")");
        }
    }

    /** The value without what looks like a password in it. */
    private static String shown(Tagged tagged) {
        return Screen.fit(tagged.withPersonalData().substring(CODE_LENGTH));
    }

    /** The positions that a line which is too short still has, up to the first that holds something else. */
    void asFarAsItGoes(MessageType type, byte[] body) {
        int at = CODE_LENGTH;
        for (Fixed<?> fixed : type.layout()) {
            int end = Math.min(at + fixed.width(), body.length);
            String raw = new String(body, at, end - at, StandardCharsets.ISO_8859_1);
            if (raw.length() < fixed.width() || raw.indexOf(wire.delimiter()) >= 0 || startsSecret(raw)) {
                warn(fixed.name() + " does not have its " + fixed.width() + " characters");
                return;
            }
            parts.add(new Part("", fixed.name(), Screen.fit(raw), Meanings.of(fixed, raw)));
            Optional<String> problem = FixedValue.problem(fixed, raw);
            if (problem.isPresent()) {
                warn(problem.get());
                return;
            }
            at = end;
        }
    }

    private static boolean startsSecret(String raw) {
        return raw.contains("AC") || raw.contains("AD") || raw.contains("CO");
    }

    void trailer(Trailer trailer, byte[] line) {
        if (trailer instanceof Trailer.Good good) {
            sealed(good.sequence(), line, "right");
        } else if (trailer instanceof Trailer.Bad bad) {
            byte[] whole = end(line);
            String right = Checksum.of(Arrays.copyOf(whole, whole.length - 4));
            sealed(bad.sequence(), line, "wrong");
            warn("the checksum is wrong (expected: " + right + ")");
        } else if (trailer.looksBroken()) {
            warn("the line ends with something that is no proper sequence number and checksum");
        }
    }

    private void sealed(OptionalInt sequence, byte[] line, String verdict) {
        sequence.ifPresent(digit -> parts.add(new Part("AY", Field.AY.label(), String.valueOf(digit), "")));
        byte[] whole = end(line);
        String sum = new String(whole, whole.length - 4, 4, StandardCharsets.US_ASCII);
        parts.add(new Part("AZ", Field.AZ.label(), Screen.fit(sum), verdict));
    }

    /** Sequence number and checksum as they came. */
    static String seal(byte[] line, int bodyLength) {
        byte[] whole = end(line);
        return Screen.fit(new String(whole, bodyLength, whole.length - bodyLength, StandardCharsets.ISO_8859_1));
    }

    /** The line from its code to its checksum. */
    private static byte[] end(byte[] line) {
        byte[] trimmed = Wire.trim(line);
        int end = trimmed.length;
        while (end > 0 && trimmed[end - 1] >= 0 && trimmed[end - 1] <= ' ') {
            end--;
        }
        return Arrays.copyOf(trimmed, end);
    }
}
