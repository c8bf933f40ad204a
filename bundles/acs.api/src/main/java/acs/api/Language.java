// SPDX-License-Identifier: Apache-2.0
package acs.api;

import java.util.Locale;

/** The languages that SIP2 has codes for (000 to 027). */
public enum Language {
    UNKNOWN(0, ""),
    ENGLISH(1, "en"),
    FRENCH(2, "fr"),
    GERMAN(3, "de"),
    ITALIAN(4, "it"),
    DUTCH(5, "nl"),
    SWEDISH(6, "sv"),
    FINNISH(7, "fi"),
    SPANISH(8, "es"),
    DANISH(9, "da"),
    PORTUGUESE(10, "pt"),
    CANADIAN_FRENCH(11, "fr-CA"),
    NORWEGIAN(12, "no"),
    HEBREW(13, "he"),
    JAPANESE(14, "ja"),
    RUSSIAN(15, "ru"),
    ARABIC(16, "ar"),
    POLISH(17, "pl"),
    GREEK(18, "el"),
    CHINESE(19, "zh"),
    KOREAN(20, "ko"),
    NORTH_AMERICAN_SPANISH(21, "es-US"),
    TAMIL(22, "ta"),
    MALAY(23, "ms"),
    BRITISH_ENGLISH(24, "en-GB"),
    ICELANDIC(25, "is"),
    BELGIAN_DUTCH(26, "nl-BE"),
    TAIWANESE(27, "zh-TW");

    private final int code;
    private final Locale locale;

    Language(int code, String tag) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The language of a code; {@link #UNKNOWN} for a code that has none. */
    public static Language of(int code) {
        for (Language language : values()) {
            if (language.code == code) {
                return language;
            }
        }
        return UNKNOWN;
    }

    /** The code, 0..27. */
    public int code() {
        return code;
    }

    /** The locale that texts are looked up with; the root locale for {@link #UNKNOWN}. */
    public Locale locale() {
        return locale;
    }
}
