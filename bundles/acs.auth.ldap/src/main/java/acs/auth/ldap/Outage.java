// SPDX-License-Identifier: Apache-2.0
package acs.auth.ldap;

import org.apache.directory.api.ldap.model.message.ResultCodeEnum;

/** The directory gave no answer that counts; the message says why and names no person. */
final class Outage extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean silent;

    private Outage(String message, boolean silent) {
        super(message, null, false, false);
        this.silent = silent;
    }

    /** The server cannot be reached, or does not answer in time. */
    static Outage silence(String message) {
        return new Outage(message, true);
    }

    /** The server answers, but not the question. */
    static Outage refusal(String what, ResultCodeEnum code) {
        return new Outage(what + ": " + code.getMessage() + " (" + code.getResultCode() + ")", false);
    }

    /** We did not even ask. */
    static Outage busy(String message) {
        return new Outage(message, false);
    }

    /** Whether the server is better left alone for a while. */
    boolean isSilence() {
        return silent;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
