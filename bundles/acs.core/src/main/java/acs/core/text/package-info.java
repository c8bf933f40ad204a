// SPDX-License-Identifier: Apache-2.0
/** What patrons read, in their language. Start at {@link acs.core.text.Texts}. */
@NullMarked
package acs.core.text;

import org.jspecify.annotations.NullMarked;
