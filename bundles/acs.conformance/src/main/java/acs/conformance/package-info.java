// SPDX-License-Identifier: Apache-2.0
/** Nothing but tests. */
@NullMarked
package acs.conformance;

import org.jspecify.annotations.NullMarked;
