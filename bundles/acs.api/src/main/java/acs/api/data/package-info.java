// SPDX-License-Identifier: Apache-2.0
/** Data that an implementation keeps itself, filled from files and saved to them by operators. */
@Export
@Version("1.0.0")
@NullMarked
package acs.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
