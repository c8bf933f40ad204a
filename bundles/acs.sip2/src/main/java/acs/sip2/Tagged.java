// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.util.Objects.requireNonNull;

/**
 * A field of a message with its value.
 *
 * @param field which field
 * @param value its value as text, possibly empty
 */
public record Tagged(Field field, String value) {
    public Tagged {
        requireNonNull(field, "field");
        requireNonNull(value, "value");
    }

    /** Code and value; the value of a secret or personal field is masked, control characters are made harmless. */
    @Override
    public String toString() {
        return new Masked(false).text(this);
    }

    /** The same with personal data shown; passwords stay masked. */
    public String withPersonalData() {
        return new Masked(true).text(this);
    }
}
