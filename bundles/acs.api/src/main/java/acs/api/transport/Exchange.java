// SPDX-License-Identifier: Apache-2.0
package acs.api.transport;

import java.util.Arrays;

/** A request and what it was answered, as they went over the wire. The arrays are changed by nobody. */
public final class Exchange {
    private static final Exchange NONE = new Exchange(new byte[0], new byte[0]);

    private final byte[] request;
    private final byte[] response;

    /**
     * @param request the line without terminator; empty if the response answers no line
     * @param response the answer with its terminator
     */
    public Exchange(byte[] request, byte[] response) {
        this.request = request;
        this.response = response;
    }

    /** Nothing was exchanged yet. */
    public static Exchange none() {
        return NONE;
    }

    public boolean isNone() {
        return response.length == 0;
    }

    /** Whether the line is this request again, byte for byte. */
    public boolean repeats(byte[] line) {
        return request.length > 0 && Arrays.equals(request, line);
    }

    public byte[] response() {
        return response;
    }
}
