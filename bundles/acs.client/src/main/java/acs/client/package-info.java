// SPDX-License-Identifier: Apache-2.0
/** The terminal's side of SIP2. Start at {@link acs.client.SipClient}. */
@Export
@Version("1.0.0")
@NullMarked
package acs.client;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
