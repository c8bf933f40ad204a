// SPDX-License-Identifier: Apache-2.0
/** Many unreliable terminals at once, and a model of what must come of it. */
@NullMarked
package acs.conformance.model;

import org.jspecify.annotations.NullMarked;
