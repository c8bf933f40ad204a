// SPDX-License-Identifier: Apache-2.0
/** Checks terminals and patrons against LDAP directories. */
@NullMarked
package acs.auth.ldap;

import org.jspecify.annotations.NullMarked;
