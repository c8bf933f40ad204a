// SPDX-License-Identifier: Apache-2.0
package acs.cli;

/** Is told how far something long has come. */
@FunctionalInterface
interface ProgressListener {
    void at(String step, long done, long total);

    /** Something else is printed next. */
    default void makeWay() {}
}
