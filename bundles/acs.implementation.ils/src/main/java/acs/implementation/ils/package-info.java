// SPDX-License-Identifier: Apache-2.0
/** A small, complete library system on JDBC: the implementation called {@code ILS}. */
@NullMarked
package acs.implementation.ils;

import org.jspecify.annotations.NullMarked;
