// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * An item that came back.
 *
 * @param item the barcode
 * @param location where the terminal says it came back (AP), unchecked; may be empty
 * @param returned when it came back, if the terminal says so believably; else now
 * @param properties what the terminal says of the item, to be stored if not empty
 */
public record Checkin(String item, String location, Optional<ZonedDateTime> returned, String properties) {}
