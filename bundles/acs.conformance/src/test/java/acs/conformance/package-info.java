// SPDX-License-Identifier: Apache-2.0
/** What SIP2 demands of a server, line by line. Start at {@link acs.conformance.ConformanceTest}. */
@NullMarked
package acs.conformance;

import org.jspecify.annotations.NullMarked;
