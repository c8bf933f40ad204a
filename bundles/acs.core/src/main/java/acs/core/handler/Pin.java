// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

/** What became of the PIN that a request brought. */
public enum Pin {
    /** There was none, or an empty one: nothing is known. */
    NOT_SENT,
    RIGHT,
    WRONG,
    /** Nobody could tell for now, which is never shown as a wrong one. */
    UNAVAILABLE
}
