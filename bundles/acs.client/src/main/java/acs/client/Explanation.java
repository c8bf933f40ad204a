// SPDX-License-Identifier: Apache-2.0
package acs.client;

import static java.util.Objects.requireNonNull;

import acs.sip2.Message;
import acs.sip2.MessageType;
import acs.sip2.Reading;
import acs.sip2.Trailer;
import acs.sip2.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line taken to pieces: what each field is called, what it holds, what that means, and what is wrong with it.
 *
 * <p>Passwords are masked; nothing in the texts can drive a terminal. Immutable.
 *
 * @param title code and name of the message, and who sends it
 * @param parts its fields in the order of the line
 * @param warnings what is not as the protocol has it, as sentences; none if all is well
 */
public record Explanation(String title, List<Part> parts, List<String> warnings) {

    /**
     * A field.
     *
     * @param code two characters; empty for a positional field
     * @param name what the field is called; empty for an unknown code
     * @param value the value; {@code ***} for a password
     * @param meaning the value in words; empty if it speaks for itself
     */
    public record Part(String code, String name, String value, String meaning) {
        public Part {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            requireNonNull(value, "value");
            requireNonNull(meaning, "meaning");
        }
    }

    public Explanation {
        requireNonNull(title, "title");
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
    }

    /** Explains any line, given without its terminator, with or without trailer. */
    public static Explanation of(byte[] line, Wire wire) {
        Trailer trailer = Trailer.of(line);
        Reading reading = wire.read(trailer.body());
        Dissection dissection = new Dissection(wire);
        String title;
        if (reading instanceof Reading.Understood understood) {
            Message message = understood.message();
            understood.oddities().forEach(dissection::warn);
            dissection.positions(message);
            dissection.fields(message);
            title = title(message.type());
        } else {
            Reading.NotUnderstood not = (Reading.NotUnderstood) reading;
            dissection.warn(not.reason());
            Optional<MessageType> type = not.type();
            type.ifPresent(known -> dissection.asFarAsItGoes(known, trailer.body()));
            title = type.map(Explanation::title).orElse("no message");
        }
        dissection.trailer(trailer, line);
        return new Explanation(title, dissection.parts(), dissection.warnings());
    }

    /** The line in one piece, fit for a screen and without passwords, as far as they can be told. */
    public static String masked(byte[] line, Wire wire) {
        Trailer trailer = Trailer.of(line);
        if (!(wire.read(trailer.body()) instanceof Reading.Understood understood)) {
            // where fields start nobody can tell, so whatever looks like a password is masked
            String end = Pattern.quote(String.valueOf(wire.delimiter()));
            return Screen.fit(new String(line, wire.charset())
                    .replaceAll("(AC|AD|CO)(?!" + end + ").+?(?=" + end + "|$)", "$1***"));
        }
        String seal = trailer instanceof Trailer.None ? "" : Dissection.seal(line, trailer.body().length);
        return understood.message().withPersonalData() + seal;
    }

    private static String title(MessageType type) {
        String name = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return type.code() + " " + name + (type.request() ? " (terminal to server)" : " (server to terminal)");
    }
}
