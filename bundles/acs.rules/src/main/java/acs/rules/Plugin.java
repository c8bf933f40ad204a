// SPDX-License-Identifier: Apache-2.0
package acs.rules;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What templates of Koha sites fetch with {@code USE}, as far as it is about values. */
enum Plugin {
    /** {@code [% date | $KohaDates with_hours => 1 %]} */
    KOHA_DATES("KohaDates") {
        @Override
        String apply(String text, Map<String, String> options, SiteStyle style) {
            boolean withHours = !options.getOrDefault("with_hours", "0").equals("0");
            return text.isBlank() ? "" : style.date(text, options.getOrDefault("dateformat", ""), withHours);
        }
    },
    /** {@code [% amount | $Price %]} */
    PRICE("Price") {
        @Override
        String apply(String text, Map<String, String> options, SiteStyle style) {
            return text.isBlank() ? "" : style.price(text);
        }
    },
    /** {@code [% text | $raw %]}: says to Koha's web pages that nothing is to be escaped, as nothing is here. */
    RAW("raw") {
        @Override
        String apply(String text, Map<String, String> options, SiteStyle style) {
            return text;
        }
    };

    private final String label;

    Plugin(String label) {
        this.label = label;
    }

    static Optional<Plugin> of(String name) {
        return Arrays.stream(values())
                .filter(plugin -> plugin.label.equals(name))
                .findFirst();
    }

    /** As a filter. */
    abstract String apply(String text, Map<String, String> options, SiteStyle style);
}
