// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Writes what a character set lacks in the nearest way it can: Zoe for Zoë in ASCII, ê for ế in CP850, {@code ?} when
 * there is none. A name never becomes empty.
 */
final class Transliteration {
    private static final String NONE = "?";

    /** Letters that are no base letter with a mark, and punctuation that word processors like. */
    private static final Map<Integer, String> NEAREST = Map.ofEntries(
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Ø', "O"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ẞ', "SS"),
            Map.entry((int) 'Æ', "AE"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Đ', "D"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'Ð', "D"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'Þ', "Th"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'Ħ', "H"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'Ŧ', "T"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'Ŋ', "N"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ĸ', "k"),
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201A, "'"),
            Map.entry(0x2032, "'"),
            Map.entry(0x02BC, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry(0x2039, "'"),
            Map.entry(0x203A, "'"),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2015, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0x2044, "/"),
            Map.entry(0x2022, "*"),
            Map.entry((int) '·', "."),
            Map.entry((int) '×', "x"),
            Map.entry((int) '÷', ":"),
            Map.entry((int) '¡', "!"),
            Map.entry((int) '¢', "c"),
            Map.entry((int) '£', "GBP"),
            Map.entry((int) '€', "EUR"),
            Map.entry((int) '¥', "JPY"),
            Map.entry((int) '©', "(c)"),
            Map.entry((int) '®', "(R)"),
            Map.entry((int) '°', "o"));

    private Transliteration() {}

    /** The same text when the character set has all of it. */
    static String into(Charset charset, String text) {
        CharsetEncoder encoder = charset.newEncoder();
        if (has(encoder, text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.append(nearest(encoder, c)));
        return out.toString();
    }

    /** Empty for a mark that stands alone: the letter before it says enough. */
    private static String nearest(CharsetEncoder encoder, int codePoint) {
        if (isSurrogate(codePoint)) {
            return NONE;
        }
        String character = Character.toString(codePoint);
        if (has(encoder, character)) {
            return character;
        }
        String known = NEAREST.get(codePoint);
        if (known != null && has(encoder, known)) {
            return known;
        }
        String decomposed = Normalizer.normalize(character, Normalizer.Form.NFKD);
        for (int end = decomposed.length(); end > 0; end--) {
            String candidate = Normalizer.normalize(decomposed.substring(0, end), Normalizer.Form.NFC);
            if (has(encoder, candidate)) {
                return candidate;
            }
            if (!isMark(decomposed.charAt(end - 1))) {
                return piecemeal(encoder, decomposed);
            }
        }
        return "";
    }

    /** What {@link CharsetEncoder#canEncode(CharSequence)} says, without its exception for every no. */
    private static boolean has(CharsetEncoder encoder, String text) {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.ceil(text.length() * (double) encoder.maxBytesPerChar()));
        return !encoder.reset().encode(CharBuffer.wrap(text), bytes, true).isError();
    }

    /** Without any marks, each of what is left by itself: ǿ is o, ½ is 1/2. */
    private static String piecemeal(CharsetEncoder encoder, String decomposed) {
        StringBuilder out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            String piece =
                    has(encoder, Character.toString(c)) ? Character.toString(c) : NEAREST.getOrDefault((int) c, "");
            if (!isMark(c) && (piece.isEmpty() || !has(encoder, piece))) {
                return NONE;
            }
            out.append(isMark(c) ? "" : piece);
        }
        return out.toString();
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
