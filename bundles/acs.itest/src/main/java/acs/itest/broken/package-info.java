// SPDX-License-Identifier: Apache-2.0
/** Implementations that are no good, to be packed into jars of their own. */
@NullMarked
package acs.itest.broken;

import org.jspecify.annotations.NullMarked;
