// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An item as the library knows it at the moment of the request; never who has it.
 *
 * @param id the barcode
 * @param title what patrons call it
 * @param status where it is in its life
 * @param media what kind of thing it is
 * @param magnetic whether a desensitiser would erase it
 * @param securityInhibit whether the terminal must ignore its security status (CI)
 * @param type the library's own item type
 * @param collection the shelving category (CR)
 * @param callNumber what is on its spine (CS)
 * @param owner the library that owns it (BG)
 * @param permanentLocation where it belongs (AQ)
 * @param currentLocation where it is (AP)
 * @param properties what terminals stored of it (CH)
 * @param loanCharge what borrowing it costs
 * @param waiting how many holds wait for it or its title
 * @param due when it is due back, if it is on loan
 * @param recalled when it was called back, if it was
 * @param pickupUntil until when it waits on the hold shelf, if it does
 * @param attributes anything else, by the library's own names
 */
public record Item(
        String id,
        String title,
        String author,
        ItemStatus status,
        MediaType media,
        boolean magnetic,
        boolean securityInhibit,
        String type,
        String collection,
        String callNumber,
        String owner,
        String permanentLocation,
        String currentLocation,
        String properties,
        Charge loanCharge,
        int waiting,
        Optional<ZonedDateTime> due,
        Optional<ZonedDateTime> recalled,
        Optional<ZonedDateTime> pickupUntil,
        Map<String, String> attributes) {

    public Item {
        attributes = Map.copyOf(attributes);
    }

    /** A builder of an available book. */
    public static Builder of(String id, String title) {
        return new Builder(id, title);
    }

    /** Collects what is known; for one thread. */
    public static final class Builder {
        private final String id;
        private final String title;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private String author = "";
        private ItemStatus status = ItemStatus.AVAILABLE;
        private MediaType media = MediaType.BOOK;
        private boolean magnetic;
        private boolean securityInhibit;
        private String type = "";
        private String collection = "";
        private String callNumber = "";
        private String owner = "";
        private String permanentLocation = "";
        private String currentLocation = "";
        private String properties = "";
        private Charge loanCharge = Charge.none();
        private int waiting;
        private Optional<ZonedDateTime> due = Optional.empty();
        private Optional<ZonedDateTime> recalled = Optional.empty();
        private Optional<ZonedDateTime> pickupUntil = Optional.empty();

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        public Builder author(String name) {
            author = name;
            return this;
        }

        public Builder status(ItemStatus now) {
            status = now;
            return this;
        }

        public Builder media(MediaType kind) {
            media = kind;
            return this;
        }

        public Builder magnetic(boolean erasable) {
            magnetic = erasable;
            return this;
        }

        public Builder securityInhibit(boolean inhibit) {
            securityInhibit = inhibit;
            return this;
        }

        public Builder type(String code) {
            type = code;
            return this;
        }

        public Builder collection(String code) {
            collection = code;
            return this;
        }

        public Builder callNumber(String spine) {
            callNumber = spine;
            return this;
        }

        public Builder owner(String library) {
            owner = library;
            return this;
        }

        public Builder locations(String permanent, String current) {
            permanentLocation = permanent;
            currentLocation = current;
            return this;
        }

        public Builder properties(String text) {
            properties = text;
            return this;
        }

        public Builder loanCharge(Charge charge) {
            loanCharge = charge;
            return this;
        }

        public Builder waiting(int holds) {
            waiting = holds;
            return this;
        }

        public Builder due(ZonedDateTime when) {
            due = Optional.of(when);
            return this;
        }

        public Builder recalled(ZonedDateTime when) {
            recalled = Optional.of(when);
            return this;
        }

        public Builder pickupUntil(ZonedDateTime when) {
            pickupUntil = Optional.of(when);
            return this;
        }

        public Builder attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        public Item build() {
            return new Item(
                    id,
                    title,
                    author,
                    status,
                    media,
                    magnetic,
                    securityInhibit,
                    type,
                    collection,
                    callNumber,
                    owner,
                    permanentLocation,
                    currentLocation,
                    properties,
                    loanCharge,
                    waiting,
                    due,
                    recalled,
                    pickupUntil,
                    attributes);
        }
    }
}
