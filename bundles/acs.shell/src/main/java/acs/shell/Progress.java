// SPDX-License-Identifier: Apache-2.0
package acs.shell;

/** Is told how far a long command has come; safe for use by many threads. */
@FunctionalInterface
interface Progress {
    void at(long done, long total);
}
