// SPDX-License-Identifier: Apache-2.0
/** The smallest implementation there is, to copy. */
@NullMarked
package acs.implementation.demo;

import org.jspecify.annotations.NullMarked;
