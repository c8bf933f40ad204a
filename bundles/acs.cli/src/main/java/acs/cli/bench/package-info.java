// SPDX-License-Identifier: Apache-2.0
/** {@code acs bench}: kiosks in a closed loop that verify every answer. */
@NullMarked
package acs.cli.bench;

import org.jspecify.annotations.NullMarked;
