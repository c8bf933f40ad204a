// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to answer for an institution. Start at {@link acs.api.circulation.Circulation}. */
@Export
@Version("1.0.0")
@NullMarked
package acs.api.circulation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
