// SPDX-License-Identifier: Apache-2.0
/** The library's data as CSV files: one table of files and columns drives reading, checking, writing and the manual. */
@NullMarked
package acs.implementation.ils.csv;

import org.jspecify.annotations.NullMarked;
