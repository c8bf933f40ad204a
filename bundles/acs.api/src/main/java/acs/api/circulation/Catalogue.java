// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Knows items. Asking changes nothing. */
@ConsumerType
public interface Catalogue {

    /** The item of a barcode. */
    Optional<Item> findItem(Context context, String id) throws CirculationException;
}
