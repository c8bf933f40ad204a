// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

import java.util.Optional;

/** What kind of thing an item is (CK, codes 000 to 010). */
public enum MediaType {
    OTHER("000"),
    BOOK("001"),
    MAGAZINE("002"),
    BOUND_JOURNAL("003"),
    AUDIO_TAPE("004"),
    VIDEO_TAPE("005"),
    CD("006"),
    DISKETTE("007"),
    BOOK_WITH_DISKETTE("008"),
    BOOK_WITH_CD("009"),
    BOOK_WITH_AUDIO_TAPE("010");

    private final String code;

    MediaType(String code) {
        this.code = code;
    }

    /** The type of a three-digit code; empty for any other text. */
    public static Optional<MediaType> of(String code) {
        for (MediaType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Three digits. */
    public String code() {
        return code;
    }
}
