// SPDX-License-Identifier: Apache-2.0
/** Tests that run as a bundle inside Felix, among the bundles of the distribution. */
@NullMarked
package acs.itest;

import org.jspecify.annotations.NullMarked;
