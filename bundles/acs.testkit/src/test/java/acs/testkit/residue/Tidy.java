// SPDX-License-Identifier: Apache-2.0
package acs.testkit.residue;

import java.util.List;

/** Its statics are constants. */
public final class Tidy {
    public static final List<String> NAMES = List.of("Dora");

    private Tidy() {}
}
