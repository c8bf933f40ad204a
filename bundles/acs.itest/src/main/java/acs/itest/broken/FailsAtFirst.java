// SPDX-License-Identifier: Apache-2.0
package acs.itest.broken;

import acs.api.circulation.Circulation;
import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;
import acs.api.circulation.Patron;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Does not answer its first requests, and those that come later wrongly. */
public final class FailsAtFirst implements Circulation {
    private static final int FAILURES = 10;

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public Optional<Patron> findPatron(Context context, String id) throws CirculationException {
        if (calls.incrementAndGet() <= FAILURES) {
            throw new CirculationException("still warming up");
        }
        return Optional.empty();
    }
}
