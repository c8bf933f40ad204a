// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.Circulation;

/** Hands out the library that the tests of the handlers use: small, in memory, with every facet there is. */
public final class Libraries {
    private Libraries() {}

    /** A new one. It is for one terminal, which sends one request at a time. */
    public static Circulation full() {
        return Fixtures.library();
    }
}
