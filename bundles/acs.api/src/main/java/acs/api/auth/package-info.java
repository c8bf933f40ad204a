// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to check names and secrets against a directory. Start at {@link acs.api.auth.Authenticator}. */
@Export
@Version("1.0.0")
@NullMarked
package acs.api.auth;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
