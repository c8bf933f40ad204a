// SPDX-License-Identifier: Apache-2.0
/** The wire format of SIP2 as one table, for servers and clients alike. Start at {@link acs.sip2.Wire}. */
@Export
@Version("1.0.0")
@NullMarked
package acs.sip2;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
