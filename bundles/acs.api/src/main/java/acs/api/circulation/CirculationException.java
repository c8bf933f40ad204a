// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/** The library did not answer: its system is down, slow, or broken. Never a refusal. */
public class CirculationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message for an operator: what was tried; no personal data */
    public CirculationException(String message) {
        super(message);
    }

    /** @param message for an operator: what was tried; no personal data */
    public CirculationException(String message, Throwable cause) {
        super(message, cause);
    }
}
