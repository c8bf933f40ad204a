// SPDX-License-Identifier: Apache-2.0
package acs.client;

import java.io.IOException;

/** The server will not have it: asking again changes nothing. */
public final class RefusedByServerException extends IOException {
    private static final long serialVersionUID = 1;

    public RefusedByServerException(String message) {
        super(message);
    }
}
