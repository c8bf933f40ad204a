// SPDX-License-Identifier: Apache-2.0
package acs.itest.broken;

import acs.api.circulation.Circulation;
import acs.api.circulation.Context;
import acs.api.circulation.Patron;
import java.util.Optional;

/** Finds out at its first request that a class is missing. */
public final class LacksAClass implements Circulation {
    @Override
    public Optional<Patron> findPatron(Context context, String id) {
        return Optional.of(Patron.of(id).named(Leftover.name(), "Demo").build());
    }
}
