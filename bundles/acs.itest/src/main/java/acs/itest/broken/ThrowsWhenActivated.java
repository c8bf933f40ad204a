// SPDX-License-Identifier: Apache-2.0
package acs.itest.broken;

import acs.api.circulation.Circulation;
import acs.api.circulation.Context;
import acs.api.circulation.Patron;
import java.util.Optional;

/** Can be made, and not be activated. */
public final class ThrowsWhenActivated implements Circulation {
    @SuppressWarnings("DoNotCallSuggester") // the container calls it
    public void activate() {
        throw new IllegalStateException("no server");
    }

    @Override
    public Optional<Patron> findPatron(Context context, String id) {
        return Optional.empty();
    }
}
