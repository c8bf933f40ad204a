// SPDX-License-Identifier: Apache-2.0
/** How a part is used while it may be replaced at any moment. Start at {@link acs.api.swap.Slot}. */
@Export
@Version("1.0.0")
@NullMarked
package acs.api.swap;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
