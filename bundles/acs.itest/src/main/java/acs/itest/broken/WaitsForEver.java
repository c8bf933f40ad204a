// SPDX-License-Identifier: Apache-2.0
package acs.itest.broken;

import acs.api.circulation.Circulation;
import acs.api.circulation.Context;
import acs.api.circulation.Patron;
import java.util.Optional;

/** Needs a service that nobody has. */
public final class WaitsForEver implements Circulation {
    public void setService(Runnable service) {
        service.run();
    }

    @Override
    public Optional<Patron> findPatron(Context context, String id) {
        return Optional.empty();
    }
}
