// SPDX-License-Identifier: Apache-2.0
/** The commands of {@code bin/acs}: one class each. Not part of the server, but what starts it and talks to it. */
@NullMarked
package acs.cli;

import org.jspecify.annotations.NullMarked;
