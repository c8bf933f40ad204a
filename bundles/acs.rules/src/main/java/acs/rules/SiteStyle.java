// SPDX-License-Identifier: Apache-2.0
package acs.rules;

/**
 * How a site writes dates and amounts for people: what the plugins {@code KohaDates} and {@code Price} do in templates.
 *
 * <p>Called with whatever a template hands over; what cannot be read is given back as it is.
 */
public interface SiteStyle {

    /** Everything stays as it is. */
    SiteStyle PLAIN = new SiteStyle() {
        @Override
        public String date(String value, String format, boolean withHours) {
            return value;
        }

        @Override
        public String price(String value) {
            return value;
        }
    };

    /**
     * A date as people write it.
     *
     * @param value a date as ISO 8601 has it, with or without a time
     * @param format a value of the system preference {@code dateformat}; empty = the site's
     * @param withHours whether to tell the time, too, if there is one
     */
    String date(String value, String format, boolean withHours);

    /** An amount as people write it, without the sign of the currency. */
    String price(String value);
}
