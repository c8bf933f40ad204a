// SPDX-License-Identifier: Apache-2.0
/** Who is served and under which rules: institutions, their policies, and the accounts of terminals. */
@Export
@Version("1.0.0")
@NullMarked
package acs.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
