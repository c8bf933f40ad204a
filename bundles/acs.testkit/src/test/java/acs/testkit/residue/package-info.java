// SPDX-License-Identifier: Apache-2.0
/** Classes with and without statics that can change. */
@NullMarked
package acs.testkit.residue;

import org.jspecify.annotations.NullMarked;
