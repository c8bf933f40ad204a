// SPDX-License-Identifier: Apache-2.0
package acs.cli.sip;

import acs.client.Explanation;
import acs.client.Explanation.Part;
import acs.client.SipClient;
import acs.sip2.Wire;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what goes out and what comes in, as Koha's emulator does, or as it is wanted. */
final class Printer implements SipClient.Observer {
    /** What is printed of each line. */
    enum Style {
        /** The line, after SEND or READ. */
        LINES,
        /** The same, and its fields by their names. */
        DECODED,
        /** Answers as they came, and nothing else. */
        ANSWERS
    }

    private final PrintWriter out;
    private final Style style;
    private final Wire wire;

    Printer(PrintWriter out, Style style, Wire wire) {
        this.out = out;
        this.style = style;
        this.wire = wire;
    }

    /** Something for people, which is not in the way of programs that read the answers. */
    void say(String text) {
        if (style != Style.ANSWERS) {
            out.print(text);
            out.flush();
        }
    }

    @Override
    public void sent(byte[] line) {
        if (style != Style.ANSWERS) {
            show("SEND: ", line);
        }
    }

    @Override
    public void received(byte[] line) {
        if (style == Style.ANSWERS) {
            out.println(new String(line, wire.charset()));
            out.flush();
        } else {
            show("READ: ", line);
        }
    }

    private void show(String direction, byte[] line) {
        out.println(direction + Explanation.masked(line, wire));
        if (style == Style.DECODED) {
            explain(line);
        }
        out.flush();
    }

    /** Prints a line field by field. */
    void explain(byte[] line) {
        Explanation explanation = Explanation.of(line, wire);
        out.println(explanation.title());
        for (Part part : explanation.parts()) {
            String text = String.format(Locale.ROOT, "  %-2s %-26s %s", part.code(), part.name(), quoted(part.value()));
            out.println((text + (part.meaning().isEmpty() ? "" : "  (" + part.meaning() + ")")).stripTrailing());
        }
        for (String warning : explanation.warnings()) {
            out.println("  ! " + warning);
        }
        out.flush();
    }

    /** Blanks at the ends must show. */
    private static String quoted(String value) {
        return value.equals(value.strip()) ? value : '"' + value + '"';
    }
}
