// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import acs.api.circulation.CirculationException;
import acs.api.circulation.Context;

/**
 * A question to one facet of the library.
 *
 * @param <F> the facet
 * @param <T> the answer
 */
@FunctionalInterface
public interface Ask<F, T> {
    T of(F facet, Context context) throws CirculationException;
}
