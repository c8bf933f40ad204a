// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import org.osgi.annotation.versioning.ConsumerType;

/** Keeps what terminals find out about items, such as their weight. */
@ConsumerType
public interface ItemProperties {

    /** Stores the text in place of what was stored before; returns the item as it is after it. */
    Outcome<Item> update(Context context, String item, String properties) throws CirculationException;
}
