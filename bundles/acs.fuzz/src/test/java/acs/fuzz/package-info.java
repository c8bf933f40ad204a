// SPDX-License-Identifier: Apache-2.0
/** What the fuzz tests have in common. They lie in the packages of what they test, because most of that is not public. */
@NullMarked
package acs.fuzz;

import org.jspecify.annotations.NullMarked;
