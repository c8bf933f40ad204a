// SPDX-License-Identifier: Apache-2.0
/** For integrators: the contracts that every implementation must keep, and the means to talk to a server in a test. */
@Export
@Version("1.0.0")
@NullMarked
package acs.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
