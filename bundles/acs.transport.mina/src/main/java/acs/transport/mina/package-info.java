// SPDX-License-Identifier: Apache-2.0
/** Listening ports, sockets, framing and limits on Apache MINA; knows connections and lines, but no message. */
@NullMarked
package acs.transport.mina;

import org.jspecify.annotations.NullMarked;
