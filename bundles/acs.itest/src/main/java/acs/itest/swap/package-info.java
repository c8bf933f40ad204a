// SPDX-License-Identifier: Apache-2.0
/** Every part is replaced while terminals work. Start at {@link acs.itest.swap.SwapLoad}. */
@NullMarked
package acs.itest.swap;

import org.jspecify.annotations.NullMarked;
