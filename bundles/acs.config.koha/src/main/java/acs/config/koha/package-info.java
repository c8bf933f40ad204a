// SPDX-License-Identifier: Apache-2.0
/** Reads a Koha site's configuration files and publishes what changed as OSGi configurations. */
@NullMarked
package acs.config.koha;

import org.jspecify.annotations.NullMarked;
