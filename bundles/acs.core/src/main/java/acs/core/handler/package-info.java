// SPDX-License-Identifier: Apache-2.0
/** What the server answers: one class per request. Start at {@link acs.core.handler.Handlers}. */
@NullMarked
package acs.core.handler;

import org.jspecify.annotations.NullMarked;
