// SPDX-License-Identifier: Apache-2.0
package acs.api.status;

/**
 * Something in a file that an operator must know of.
 *
 * @param file its name or path
 * @param line counted from 1; 0 = the file as a whole
 * @param severity whether the file is refused for it
 * @param text one sentence: the value and what was expected
 */
public record Problem(String file, int line, Severity severity, String text) {

    /** Whether the file is refused. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The form that editors and people know: {@code FILE:LINE: error: text}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (isError() ? "error" : "warning") + ": " + text;
    }
}
