// SPDX-License-Identifier: Apache-2.0
/** The small languages inside a login's configuration. Start at {@link acs.rules.FieldTemplate}. */
@Export
@Version("1.0.0")
@NullMarked
package acs.rules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
