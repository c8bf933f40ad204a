// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

/**
 * Writes messages for people, without what they must not see.
 *
 * <p>Passwords are masked also where a terminal misplaced them: what follows a password and is no known field may be the
 * rest of a password with a delimiter in it, a value with another delimiter in it may have swallowed a password, and
 * what a login that is out of shape holds may be one.
 */
final class Masked {
    private static final String MASK = "***";

    private final boolean showsPersonalData;

    Masked(boolean showsPersonalData) {
        this.showsPersonalData = showsPersonalData;
    }

    String text(Message message) {
        StringBuilder out = new StringBuilder(64).append(message.type().code());
        Printable.append(out, message.fixedPart());
        boolean afterSecret = false;
        boolean login = message.type() == MessageType.LOGIN;
        boolean lacksPassword = login && !message.has(Field.CO);
        for (Tagged tagged : message.fields()) {
            Field field = tagged.field();
            if ((afterSecret || login) && !field.known()) {
                out.append(MASK);
            } else if (lacksPassword && field.equals(Field.CN)) {
                append(out, tagged, true);
            } else {
                append(out, tagged, hides(field));
                afterSecret = field.secret();
            }
            out.append('|');
        }
        return out.toString();
    }

    String text(Tagged tagged) {
        StringBuilder out = new StringBuilder();
        append(out, tagged, hides(tagged.field()));
        return out.toString();
    }

    private boolean hides(Field field) {
        return field.secret() || (field.personal() && !showsPersonalData);
    }

    private static void append(StringBuilder out, Tagged tagged, boolean hidden) {
        Printable.append(out, tagged.field().code());
        String value = tagged.value();
        if (value.isEmpty()) {
            return;
        }
        int shown = hidden ? 0 : swallowed(value);
        Printable.append(out, value.substring(0, shown));
        if (shown < value.length()) {
            out.append(MASK);
        }
    }

    /** Where in a value something starts that looks like a field with a password; its length if nothing does. */
    private static int swallowed(String value) {
        for (int i = 0; i + 2 < value.length(); i++) {
            if (!isWordOrBlank(value.charAt(i))) {
                Field field = Field.known(value.charAt(i + 1), value.charAt(i + 2));
                if (field != null && field.secret()) {
                    return i + 1;
                }
            }
        }
        return value.length();
    }

    private static boolean isWordOrBlank(char c) {
        return c == ' ' || Character.isLetterOrDigit(c);
    }
}
