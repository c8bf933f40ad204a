// SPDX-License-Identifier: Apache-2.0
/** The border between sockets and protocol: the state of a connection, and who answers its lines. */
@Export
@Version("1.0.0")
@NullMarked
package acs.api.transport;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
