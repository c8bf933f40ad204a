// SPDX-License-Identifier: Apache-2.0
/** The shell of a running server: its commands, and the socket they are reached through. */
@NullMarked
package acs.shell;

import org.jspecify.annotations.NullMarked;
