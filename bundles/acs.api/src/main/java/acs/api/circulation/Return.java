// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/**
 * An item that is back.
 *
 * @param item as it is now
 * @param patron the card number of who had it; empty if nobody had
 * @param resensitize whether its security strip is switched on again
 * @param routing where it goes next
 * @param sortBin the bin of a sorter it goes into; may be empty
 * @param charge what its return charged the patron
 */
public record Return(Item item, String patron, boolean resensitize, Routing routing, String sortBin, Charge charge) {
    /**
     * The attribute of an item that says which bin of a sorter it goes into although it is not taken back: sorters must
     * put it somewhere.
     */
    public static final String SORT_BIN = "sort_bin";

    /**
     * Where an item goes that does not simply go back to its shelf.
     *
     * @param kind why
     * @param destination the library it goes to; empty if it stays
     * @param patron the card number of who it is held for; else empty
     * @param patronName their name; else empty
     */
    public record Routing(Kind kind, String destination, String patron, String patronName) {
        private static final Routing NONE = new Routing(Kind.SHELF, "", "", "");

        /** It goes to its shelf. */
        public static Routing none() {
            return NONE;
        }

        /** Personal data masked. */
        @Override
        public String toString() {
            return kind + (destination.isEmpty() ? "" : " to " + destination);
        }
    }

    /** Why an item goes where it goes (alert type, CV). */
    public enum Kind {
        SHELF,
        HOLD_HERE,
        HOLD_ELSEWHERE,
        INTERLIBRARY_LOAN,
        TRANSFER,
        /** A person must look at it. */
        STAFF
    }
}
