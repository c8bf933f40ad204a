// SPDX-License-Identifier: Apache-2.0
package acs.itest.broken;

import acs.api.circulation.Circulation;
import acs.api.circulation.Context;
import acs.api.circulation.Patron;
import java.util.Optional;

/** Cannot even be made. */
public final class ThrowsWhenMade implements Circulation {
    public ThrowsWhenMade() {
        throw new IllegalStateException("no licence");
    }

    @Override
    public Optional<Patron> findPatron(Context context, String id) {
        return Optional.empty();
    }
}
