// SPDX-License-Identifier: Apache-2.0
/** {@code acs sip}: a terminal on the command line. */
@NullMarked
package acs.cli.sip;

import org.jspecify.annotations.NullMarked;
