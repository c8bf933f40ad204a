// SPDX-License-Identifier: Apache-2.0
/** What the running parts say of themselves, for the shell and the console. */
@Export
@Version("1.0.0")
@NullMarked
package acs.api.status;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
