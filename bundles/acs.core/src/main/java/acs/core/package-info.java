// SPDX-License-Identifier: Apache-2.0
/** Conversations with terminals, and the registries of whom they are about. Start at {@link acs.core.Conversations}. */
@NullMarked
package acs.core;

import org.jspecify.annotations.NullMarked;
