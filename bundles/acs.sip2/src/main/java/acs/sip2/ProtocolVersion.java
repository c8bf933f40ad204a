// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

/** The two versions of the protocol that exist. */
public enum ProtocolVersion {
    SIP1("1.00"),
    SIP2("2.00");

    private final String text;

    ProtocolVersion(String text) {
        this.text = text;
    }

    /** The four characters that 99 and 98 carry. */
    public String text() {
        return text;
    }
}
